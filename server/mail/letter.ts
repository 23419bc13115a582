import type { NewsKind } from "@/db/vocabulary";
import type { Mail } from "@/server/mail/mail";
import { ended, type Part, plainWords, quoted, type Sentence } from "@/server/typed-words";

/**
 * The kinds of e-mail, and who gets each: the team, the carriers' leaders, both, everyone (also all who gave a yes), or the
 * board asked.
 */
export const news = {
  asked: {
    subject: "Permission is asked of you",
    next: "Say yes, ask a question, or say not this time.",
    part: "/permission/decide",
    for: "leaders",
  },
  answered: {
    subject: "A leader has answered",
    next: "See what it means for your experiment.",
    part: "/permission",
    for: "team",
  },
  question: {
    subject: "A leader asks you something",
    next: "You can reply on the page.",
    part: "/permission",
    for: "team",
  },
  replied: {
    subject: "The team has replied",
    next: "You can answer the request now.",
    part: "/permission/decide",
    for: "leaders",
  },
  accepted: { subject: "The team accepts your conditions", next: "", part: "/permission", for: "leaders" },
  "taken back": {
    subject: "A request is taken back",
    next: "You need not answer it.",
    part: "/permission",
    for: "leaders",
  },
  withdrawn: {
    subject: "A permission is taken back",
    next: "What it covered stops now. Talk to each other before anything goes on.",
    part: "/permission",
    for: "team",
    atOnce: true,
  },
  paused: {
    subject: "Paused",
    next: "It stays paused until people agree how to go on. Nobody needs to hurry.",
    part: "/stop",
    for: "everyone",
    atOnce: true,
  },
  decided: { subject: "A leader has decided", next: "See how it goes on from here.", part: "/stop", for: "team" },
  mended: {
    subject: "The team says what it has done",
    next: "You can let it go on, or keep it paused.",
    part: "/stop",
    for: "leaders",
  },
  "went on": { subject: "It goes on", next: "", part: "", for: "everyone" },
  stopped: {
    subject: "It has ended",
    next: "Thank you for trying. The team is asked what it learned.",
    part: "",
    for: "everyone",
    atOnce: true,
  },
  "board asked": {
    subject: "Your board is asked for its view",
    next: "You can answer on the page, or talk about it at your next meeting.",
    part: "/board",
    for: "board",
  },
  "board answered": {
    subject: "A board has answered",
    next: "See what it means for the experiment.",
    part: "/board",
    for: "everyone",
  },
  concluded: {
    subject: "What was learned",
    next: "Thank you for having made it possible.",
    part: "/learning",
    for: "everyone",
  },
  "terms changed": {
    subject: "What was agreed to has changed",
    next: "It does not run on the new words until they are agreed to.",
    part: "/permission",
    for: "everyone",
  },
  ends: {
    subject: "A permission ends soon",
    next: "Ask for longer, or let it end. Both are fine.",
    part: "/permission",
    for: "both",
  },
  waiting: {
    subject: "Still waiting for an answer",
    next: "You need not do anything. You may remind them in person.",
    part: "/permission",
    for: "team",
  },
} as const satisfies Record<NewsKind | "ends" | "waiting", LetterKind>;

type LetterKind = {
  subject: string;
  next: string;
  part: string;
  for: "team" | "leaders" | "both" | "everyone" | "board";
  atOnce?: true;
};
export type About = keyof typeof news;
export const abouts = Object.keys(news) as About[];
export const letterKind = (about: About): LetterKind => news[about];

export type LetterFacts = {
  about: About;
  experimentId: string;
  title: string;
  /** What happened, in the journal's words. */
  sentence: Sentence;
};
export type Reader = {
  personId: string;
  email: string;
  /** Why they get it: "you are on its team". */
  because: string;
};

/** Word limit of the sentence, which may contain a long reason: the page has all of it. */
const maxWords = 34;

/** At most so many words of it, and a full stop. */
function shortened(sentence: Sentence): Sentence {
  let left = maxWords;
  const parts = sentence.map((part): Part => {
    const text = typeof part === "string" ? part : part.typed;
    const words = text.match(/\s*\S+/g) ?? [];
    const kept = words.length <= left ? text : left > 0 ? `${words.slice(0, left).join("")} …` : "";
    left -= Math.min(words.length, left);
    return typeof part === "string" ? kept : { typed: kept };
  });
  return ended(parts.filter((part) => plainWords([part]) !== ""));
}

/** No mailbox makes a link of it. */
const withoutLinks = (words: string) => words.replace(/:\/\//g, ": //").replace(/\bwww\./gi, "www .");
export const asTyped = (words: string) => withoutLinks(quoted(words));

/** What happened: Leeway's words, and what people typed in quotation marks, on a line of its own where it follows a colon. */
function happenedInWords(sentence: Sentence): string {
  return shortened(sentence)
    .map((part, index, parts) => {
      if (typeof part === "string") return withoutLinks(part);
      const before = parts[index - 1];
      return `${typeof before === "string" && before.endsWith(": ") ? "\n  " : ""}${asTyped(part.typed)}`;
    })
    .join("")
    .replace(/: \n/g, ":\n");
}

/** Composes an e-mail: what happened, what comes next, a link, and why this person gets it. At most 80 words. */
export function letterTo(reader: Reader, facts: LetterFacts, address: string): Mail {
  const { subject, next, part } = letterKind(facts.about);
  const link = new URL(`/experiments/${facts.experimentId}${part}`, address).href;
  const happened = [asTyped(facts.title), happenedInWords(facts.sentence), next].filter(Boolean).join("\n");
  return {
    to: reader.email,
    subject: `${subject}: ${asTyped(facts.title)}`,
    text: `${happened}\n\n${link}\n\nYou get this because ${reader.because}.`,
    inShort: link,
  };
}
