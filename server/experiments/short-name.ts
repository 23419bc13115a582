const longest = 65;

/** A first title, from the first whole words of an idea, at most 65 characters. */
export function shortName(idea: string): string {
  const [sentence = ""] = idea.trim().split(/(?<=[^\s.?!]{2})[.?!](?:\s|$)|\n/u);
  if (sentence.length <= longest) return sentence.trim();
  const cut = sentence.slice(0, longest);
  const lastSpace = cut.lastIndexOf(" ");
  // Without a space the cut could split a character, so take whole code points
  return lastSpace > 20 ? `${cut.slice(0, lastSpace)} …` : `${[...sentence].slice(0, 40).join("")} …`;
}
