import type { TermsPart } from "@/db/vocabulary";
import type { ExperimentChange } from "@/server/policy";

/**
 * Which part of what leaders are asked a change writes, by its line of the policy; null for none. The gate keeps who wrote
 * which part, because they answer nothing about it: no procedure has to remember it, and a new line has to say it here.
 */
export const termsPartOf: Record<ExperimentChange, TermsPart | null> = {
  editExperiment: "words",
  shareExperiment: null,
  changeTeam: "team",
  recordRisk: "risks",
  chooseMeasure: "measures",
  expectDip: "dips",
  setStopRule: "stop rules",
  askPermission: "request",
  takeBackRequest: null,
  answerRequest: null,
  acceptConditions: null,
  replyToQuestion: null,
  letItEnd: null,
  reportFix: null,
  decideInPause: null,
  withdrawPermission: null,
  start: null,
  pause: null,
  resume: null,
  stop: null,
  conclude: null,
  askBoard: null,
  editCycles: null,
  noteOnChart: null,
  answerReview: null,
};
