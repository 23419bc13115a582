import type { NewsKind } from "@/db/vocabulary";
import { withFullStop } from "@/server/format";
import type { Mail } from "@/server/mail/send";

/** What people are told of besides seeing it on their pages, and who: the team, those who answer for a carrier, both, or the board that was asked. */
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
    for: "both",
    atOnce: true,
  },
  decided: { subject: "A leader has decided", next: "See how it goes on from here.", part: "/stop", for: "team" },
  mended: {
    subject: "The team says what it has done",
    next: "You can let it go on, or keep it paused.",
    part: "/stop",
    for: "leaders",
  },
  "went on": { subject: "It goes on", next: "", part: "", for: "both" },
  stopped: {
    subject: "It has ended",
    next: "Thank you for trying. The team is asked what it learned.",
    part: "",
    for: "both",
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
    next: "See what it means for your experiment.",
    part: "/board",
    for: "team",
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
  for: "team" | "leaders" | "both" | "board";
  atOnce?: true;
};
export type About = keyof typeof news;
export const abouts = Object.keys(news) as About[];
export const letterKind = (about: About): LetterKind => news[about];

export type LetterFacts = {
  about: About;
  experimentId: string;
  title: string;
  /** What happened, as the history has it. */
  sentence: string;
};
export type Reader = {
  personId: string;
  email: string;
  /** Why it comes to them: "you are on its team". */
  because: string;
};

const most = 34;

/** A long reason is read on the page: the letter gives its beginning. */
function inShort(sentence: string): string {
  const words = sentence.trim().split(/\s+/);
  const whole = words.length <= most ? words.join(" ") : `${words.slice(0, most).join(" ")} …`;
  return withFullStop(whole);
}

/** One letter: what happened, what comes next, where to look, and why this person reads it. At most 80 words. */
export function letterTo(reader: Reader, told: LetterFacts, address: string): Mail {
  const { subject, next, part } = letterKind(told.about);
  const link = new URL(`/experiments/${told.experimentId}${part}`, address).href;
  const happened = [`"${told.title}"`, inShort(told.sentence), next].filter(Boolean).join("\n");
  return {
    to: reader.email,
    subject: `${subject}: ${told.title}`,
    text: `${happened}\n\n${link}\n\nYou get this because ${reader.because}.`,
    inShort: link,
  };
}
