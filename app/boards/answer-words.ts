import type { ReviewAnswer } from "@/db/vocabulary";

/** A board's possible answers, as lists and forms show them. */
export const answersInWords: Record<ReviewAnswer, { label: string; hint: string }> = {
  "go on": { label: "Go on", hint: "The team carries on as it is" },
  change: { label: "Change it", hint: "It goes on once the team has changed what you name" },
  stop: { label: "Stop", hint: "You ask the team to end it and say what it learned" },
  spread: { label: "Spread it", hint: "Others take it up as well" },
  "more needed": { label: "More needed", hint: "You cannot say yet, and you say what is missing" },
};
