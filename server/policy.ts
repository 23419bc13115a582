import {
  answersForACarrier,
  arrangesItsBoards,
  belongsTo,
  type ExperimentForPolicy,
  isInvolved,
  isOneOf,
  keepsChart,
  leads,
  type MeasureForPolicy,
  mayAnswerFor,
  onItsBoard,
  onTeam,
  type SystemForPolicy,
  type Who,
  worksFor,
} from "./who";

/**
 * Who may do what: one line per change. What is not written here is not allowed.
 * Pages ask the same line before they show a button. This is policy; a permission is what an organisation grants an experiment.
 */

/** Changes to an experiment that the person can see. */
export const policy = {
  editExperiment: (who, it) => onTeam(who, it) && !it.ended,
  shareExperiment: (who, it) => onTeam(who, it) && !it.ended,
  changeTeam: (who, it) => onTeam(who, it) && !it.ended,
  recordRisk: (who, it) => onTeam(who, it) && !it.ended,
  chooseMeasure: (who, it) => onTeam(who, it) && !it.ended,
  expectDip: (who, it) => onTeam(who, it) && !it.ended,
  setStopRule: (who, it) => onTeam(who, it) && !it.ended,
  askPermission: (who, it) => onTeam(who, it) && !it.ended,
  takeBackRequest: (who, it) => onTeam(who, it) && !it.ended,
  // Nobody marks their own homework: not who is or was on the team, not who wrote it, not with a second account
  answerRequest: (who, it) => mayAnswerFor(who, it).length > 0 && !it.ended,
  acceptConditions: (who, it) => onTeam(who, it) && !it.ended,
  replyToQuestion: (who, it) => onTeam(who, it) && !it.ended,
  letItEnd: (who, it) => onTeam(who, it) && !it.ended,
  reportFix: (who, it) => onTeam(who, it) && !it.ended,
  decideInPause: (who, it) => mayAnswerFor(who, it).length > 0 && !it.ended,
  withdrawPermission: (who, it) => answersForACarrier(who, it) && !it.ended,
  start: (who, it) => onTeam(who, it) && !it.ended,
  // Anyone close to it may stop it
  pause: (who, it) =>
    (onTeam(who, it) || worksFor(who, it, it.organisationIds) || answersForACarrier(who, it) || onItsBoard(who, it)) &&
    !it.ended,
  resume: (who, it) => onTeam(who, it) && !it.ended,
  stop: (who, it) => (onTeam(who, it) || answersForACarrier(who, it)) && !it.ended,
  // Also once it has ended: what was learned comes after
  conclude: (who, it) => onTeam(who, it),
  askBoard: (who, it) => onTeam(who, it),
  editCycles: (who, it) => onTeam(who, it) && !it.ended,
  noteOnChart: (who, it) => onTeam(who, it) && !it.ended,
  answerReview: (who, it) => onItsBoard(who, it) && !isInvolved(who, it),
} satisfies Record<string, (who: Who, it: ExperimentForPolicy) => boolean>;

/** Changes to a measure that the person can see. */
export const measurePolicy = {
  logObservation: (who, it) => onTeam(who, it) || worksFor(who, it, it.contributorIds),
  correctObservation: (who, it) => onTeam(who, it) || worksFor(who, it, it.contributorIds),
  undoObservation: (who, it) => onTeam(who, it) || worksFor(who, it, it.contributorIds),
  importObservations: (who, it) => onTeam(who, it) || worksFor(who, it, it.contributorIds),
  rebase: (who, it) => keepsChart(who, it),
  leaveOutPoint: (who, it) => keepsChart(who, it),
  noteOnMeasure: (who, it) => keepsChart(who, it),
  redefine: (who, it) => keepsChart(who, it) || isOneOf(who, [it.definedById]),
  arrangeContributors: (who, it) => keepsChart(who, it) || isOneOf(who, [it.definedById]),
} satisfies Record<string, (who: Who, it: MeasureForPolicy) => boolean>;

/** Changes within a system that are not about one experiment or measure. */
export const systemPolicy = {
  registerExperiment: (who, it) => belongsTo(who, it),
  defineMeasure: (who, it) => belongsTo(who, it),
  nameDeputy: (who, it) => leads(who, it),
  confirmFloor: (who, it) => who.seats.some((seat) => seat.systemId === it.systemId && seat.role !== "observer"),
  decideLeader: (who, it) => leads(who, it),
  giveStanding: (who, it) => leads(who, it) || arrangesItsBoards(who, it),
} satisfies Record<string, (who: Who, it: SystemForPolicy) => boolean>;

/** Changes to one's own account: being signed in is enough. */
export const selfPolicy = {
  editOwnProfile: () => true,
  endOwnSession: () => true,
  disconnectOwnAccount: () => true,
} satisfies Record<string, () => boolean>;

/** Administrators arrange systems, organisations and people; they see no experiment. */
export type Administrator = { systemIds: string[]; wholeInstallation: boolean };
const administers = (who: Administrator, it: SystemForPolicy) =>
  who.wholeInstallation || who.systemIds.includes(it.systemId);
export const adminPolicy = {
  addSystem: (who) => who.wholeInstallation,
  nameSystem: (who, it) => administers(who, it),
  addOrganisations: (who, it) => administers(who, it),
  invitePerson: (who, it) => administers(who, it),
  endMembership: (who, it) => administers(who, it),
  suspendPerson: (who, it) => administers(who, it),
  confirmLeader: (who, it) => administers(who, it),
  linkAccounts: (who, it) => administers(who, it),
  renamePerson: (who, it) => administers(who, it),
  nameAdministrator: (who) => who.wholeInstallation,
  arrangeBoard: (who, it) => administers(who, it),
} satisfies Record<string, (who: Administrator, it: SystemForPolicy) => boolean>;

export type ExperimentChange = keyof typeof policy;
export type MeasureChange = keyof typeof measurePolicy;
export type SystemChange = keyof typeof systemPolicy;
export type SelfChange = keyof typeof selfPolicy;
export type AdminChange = keyof typeof adminPolicy;
export type Change = ExperimentChange | MeasureChange | SystemChange | SelfChange | AdminChange;
