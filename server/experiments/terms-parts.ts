import type { TermsPart } from "@/db/vocabulary";
import type { ExperimentChange } from "@/server/policy";

/**
 * The part of the terms that each change edits; null for none. `onExperiment` records the authors of each part, who may not
 * answer for the experiment.
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
