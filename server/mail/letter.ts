import type { NewsKind } from "@/db/vocabulary";
import { withFullStop } from "@/server/format";
import type { Mail } from "@/server/mail/send";

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
  sentence: string;
};
export type Reader = {
  personId: string;
  email: string;
  /** Why they get it: "you are on its team". */
  because: string;
};

/** Word limit of the sentence, which may contain a long reason: the page has all of it. */
const maxWords = 34;

function shortened(sentence: string): string {
  const words = sentence.trim().split(/\s+/);
  const text = words.length <= maxWords ? words.join(" ") : `${words.slice(0, maxWords).join(" ")} …`;
  return withFullStop(text);
}

/** What people typed: in quotation marks that it cannot close, on one line, and without an address that a mailbox would link. */
const asTyped = (words: string) =>
  `“${words
    .replace(/\s+/g, " ")
    .replace(/["“”]/g, "'")
    .replace(/:\/\//g, ": //")
    .replace(/\bwww\./gi, "www .")
    .trim()}”`;

/** What happened: the system's words, then on a line of their own those that the journal writes after a colon, as people typed them. */
function happenedInWords({ about, sentence }: LetterFacts): string {
  if (about === "ends" || about === "waiting") return shortened(sentence);
  const [said = "", ...typed] = shortened(sentence).split(": ");
  if (typed.length === 0) return said.replace(/:\/\//g, ": //");
  return `${said.replace(/:\/\//g, ": //")}:\n  ${asTyped(typed.join(": "))}`;
}

/** Composes an e-mail: what happened, what comes next, a link, and why this person gets it. At most 80 words. */
export function letterTo(reader: Reader, facts: LetterFacts, address: string): Mail {
  const { subject, next, part } = letterKind(facts.about);
  const link = new URL(`/experiments/${facts.experimentId}${part}`, address).href;
  const happened = [asTyped(facts.title), happenedInWords(facts), next].filter(Boolean).join("\n");
  return {
    to: reader.email,
    subject: `${subject}: ${asTyped(facts.title)}`,
    text: `${happened}\n\n${link}\n\nYou get this because ${reader.because}.`,
    inShort: link,
  };
}
