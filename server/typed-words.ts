/** What people typed, in quotation marks that it cannot close, on one line: no reason or title reads as what Leeway says. */
export const quoted = (words: string): string =>
  `“${words
    .replace(/\s+/g, " ")
    .replace(/["“”„‟]/g, "'")
    .trim()}”`;
