/** Journal sentences about an experiment, without their subject; the demo data uses them too. */

export const notedIdea = (title: string) => `noted an idea: ${title}`;
export const showedIdea = "showed the idea to everyone in the system";
export const addedToTeam = (name: string) => `added ${name} to the team`;
export const tookOffTeam = (name: string) => `took ${name} off the team`;

/** @param onOwnWord - why no permission was needed, in sentences; empty when it was given */
export const startedExperiment = (onOwnWord: readonly string[] = []) =>
  onOwnWord.length > 0 ? `started the experiment on its own word. ${onOwnWord.join(" ")}` : "started the experiment";

export const pausedExperiment = (pauseReason: string, reason: string) =>
  `said that something is wrong, and paused it: ${whyPaused(pauseReason, reason)}`;

export const pausedByBoard = (board: string, reason: string) => `paused it, because the ${board} said stop: ${reason}`;

export const saidMoreWhilePaused = (pauseReason: string, reason: string) =>
  `said more about what is wrong while it is paused: ${whyPaused(pauseReason, reason)}`;

const whyPaused = (pauseReason: string, reason: string) =>
  reason.trim() === "" ? pauseReason : `${pauseReason}: ${reason}`;

export const startedAgain = (onOwnWord: readonly string[]) =>
  ["started it again, on the terms that were agreed to.", ...onOwnWord].join(" ");

export const resumedExperiment = (reason: string, onOwnWord: readonly string[] = []) =>
  [`let it go on: ${reason}`, ...onOwnWord].join(" ");

export const stoppedExperiment = (reason: string) => `stopped the experiment: ${reason}`;

export const concludedExperiment = ({ outcome, learned }: { outcome: string; learned: string }) =>
  `concluded it: ${outcome}. What was learned: ${learned}`;
