import { pluralise } from "@/server/format";

type Figures = { answered: number; medianDays: number | null; waiting: number; longestWaiting: number | null };

/** "Leaders answer half of what is asked within 3 days. 2 answers are waited for, the longest for 6 days." */
export function answersInOneSentence({ answered, medianDays, waiting, longestWaiting }: Figures): string {
  const speed =
    medianDays === null
      ? answered === 0
        ? "No leader has answered yet."
        : "Leaders have given too few answers to say how fast they are."
      : medianDays === 0
        ? "Leaders answer half of what is asked on the same day."
        : `Leaders answer half of what is asked within ${pluralise(medianDays, "day")}.`;
  if (waiting === 0) return `${speed} Nobody waits for an answer.`;
  const longest = longestWaiting === 0 ? "asked today" : `the longest for ${pluralise(longestWaiting ?? 0, "day")}`;
  return waiting === 1
    ? `${speed} 1 answer is waited for, ${longest.replace("the longest ", "")}.`
    : `${speed} ${pluralise(waiting, "answer is", "answers are")} waited for, ${longest}.`;
}
