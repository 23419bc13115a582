import { fromLeeway, joined, sentence } from "@/server/typed-words";

/** Journal sentences about an experiment, without their subject; the demo data uses them too. */

export const notedIdea = (title: string) => sentence`noted an idea: ${title}`;
export const showedIdea = sentence`showed the idea to everyone in the system`;
export const addedToTeam = (name: string) => sentence`added ${fromLeeway(name)} to the team`;
export const tookOffTeam = (name: string) => sentence`took ${fromLeeway(name)} off the team`;

/** @param onOwnWord - why no permission was needed, in sentences; empty when it was given */
export const startedExperiment = (onOwnWord: readonly string[] = []) =>
  onOwnWord.length > 0
    ? sentence`started the experiment on its own word. ${onOwnWord.join(" ")}`
    : sentence`started the experiment`;

export const pausedExperiment = (pauseReason: string, reason: string) =>
  sentence`said that something is wrong, and paused it: ${whyPaused(pauseReason, reason)}`;

export const pausedByBoard = (board: string, reason: string) =>
  sentence`paused it, because the ${fromLeeway(board)} said stop: ${reason}`;

export const saidMoreWhilePaused = (pauseReason: string, reason: string) =>
  sentence`said more about what is wrong while it is paused: ${whyPaused(pauseReason, reason)}`;

const whyPaused = (pauseReason: string, reason: string) =>
  reason.trim() === "" ? fromLeeway(pauseReason) : sentence`${fromLeeway(pauseReason)}: ${reason}`;

export const startedAgain = (onOwnWord: readonly string[]) =>
  sentence`started it again, on the terms that were agreed to. ${onOwnWord.join(" ")}`;

export const resumedExperiment = (reason: string, onOwnWord: readonly string[] = []) =>
  joined([sentence`let it go on: ${reason}`, ...onOwnWord.map((words) => sentence`${words}`)]);

export const stoppedExperiment = (reason: string) => sentence`stopped the experiment: ${reason}`;

export const concludedExperiment = ({ outcome, learned }: { outcome: string; learned: string }) =>
  sentence`concluded it: ${fromLeeway(outcome)}. What was learned: ${learned}`;
