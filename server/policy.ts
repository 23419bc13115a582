/**
 * Who may do what: one line per change. What is not written here is not allowed.
 * Pages ask the same line before they show a button. This is policy; a permission is what an organisation grants an experiment.
 */

/** The signed-in person and what they hold now, read in the same transaction as what they do. */
export type Who = {
  id: string;
  /** The ids of all accounts of this human being, this one included. */
  accounts: string[];
  memberships: { systemId: string; organisationId: string; role: "member" | "leader" }[];
  /** Leaders they stand in for today. */
  standsInFor: { organisationId: string; leaderId: string }[];
  seats: { systemId: string; boardId: string; organisationId: string | null; role: string }[];
};

/** What a rule needs to know of an experiment. */
export type ExperimentForPolicy = {
  systemId: string;
  teamIds: string[];
  /** Everyone who wrote or edited what is being asked about. */
  authorIds: string[];
  organisationIds: string[];
  carrierIds: string[];
  contributorIds: string[];
  /** Boards that were asked to review it. */
  boardIds: string[];
  ended: boolean;
};

export type MeasureForPolicy = { systemId: string; contributorIds: string[]; teamIds: string[]; definedById: string };
export type SystemForPolicy = { systemId: string };

const isOneOf = (who: Who, ids: string[]) => who.accounts.some((account) => ids.includes(account));
const onTeam = (who: Who, it: { teamIds: string[] }) => isOneOf(who, it.teamIds);
const belongsTo = (who: Who, it: { systemId: string }) =>
  who.memberships.some((membership) => membership.systemId === it.systemId);
const worksFor = (who: Who, it: { systemId: string }, organisationIds: string[]) =>
  who.memberships.some((at) => at.systemId === it.systemId && organisationIds.includes(at.organisationId));

/** The organisations that this person answers for in a system: as a leader, or in a leader's place. */
export const answersFor = (who: Who, systemId: string): string[] => [
  ...who.memberships.filter((at) => at.role === "leader" && at.systemId === systemId).map((at) => at.organisationId),
  ...who.standsInFor.map((leader) => leader.organisationId),
];
/** The leader in whose name this person answers for an organisation; null for a leader of it. */
export const inPlaceOf = (who: Who, systemId: string, organisationId: string): string | null => {
  const leads = who.memberships.some(
    (at) => at.systemId === systemId && at.organisationId === organisationId && at.role === "leader",
  );
  return leads ? null : (who.standsInFor.find((one) => one.organisationId === organisationId)?.leaderId ?? null);
};
const answersForACarrier = (who: Who, it: ExperimentForPolicy) =>
  answersFor(who, it.systemId).some((organisationId) => it.carrierIds.includes(organisationId));
const onItsBoard = (who: Who, it: ExperimentForPolicy) =>
  who.seats.some((seat) => seat.role !== "observer" && it.boardIds.includes(seat.boardId));

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
  // Nobody marks their own homework: not the team, not whoever wrote it, not with a second account.
  answerRequest: (who, it) =>
    answersForACarrier(who, it) && !onTeam(who, it) && !isOneOf(who, it.authorIds) && !it.ended,
  acceptConditions: (who, it) => onTeam(who, it) && !it.ended,
  replyToQuestion: (who, it) => onTeam(who, it) && !it.ended,
  letItEnd: (who, it) => onTeam(who, it) && !it.ended,
  reportFix: (who, it) => onTeam(who, it) && !it.ended,
  decideInPause: (who, it) => answersForACarrier(who, it) && !onTeam(who, it) && !it.ended,
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
  answerReview: (who, it) => onItsBoard(who, it) && !onTeam(who, it),
} satisfies Record<string, (who: Who, it: ExperimentForPolicy) => boolean>;

const arrangesItsBoards = (who: Who, it: SystemForPolicy) =>
  who.seats.some((seat) => seat.systemId === it.systemId && (seat.role === "chair" || seat.role === "secretary"));

/** Who looks after a measure's chart: teams that use it, organisations that contribute to it, and chairs and secretaries of boards. */
const keepsChart = (who: Who, it: MeasureForPolicy) =>
  onTeam(who, it) || worksFor(who, it, it.contributorIds) || arrangesItsBoards(who, it);

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

const leads = (who: Who, it: SystemForPolicy) =>
  who.memberships.some((at) => at.systemId === it.systemId && at.role === "leader");

/** Who may give or withdraw a standing permission: an organisation's leaders (no deputies) its own, a board's chair or secretary the floor. */
export const givesStandingFor = (who: Who, systemId: string, organisationId: string | null): boolean =>
  organisationId === null
    ? arrangesItsBoards(who, { systemId })
    : who.memberships.some(
        (at) => at.systemId === systemId && at.organisationId === organisationId && at.role === "leader",
      );

/** Changes within a system that are not about one experiment or measure. */
export const systemPolicy = {
  registerExperiment: (who, it) => belongsTo(who, it),
  defineMeasure: (who, it) => belongsTo(who, it),
  nameDeputy: (who, it) => leads(who, it),
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
  nameAdministrator: (who) => who.wholeInstallation,
  arrangeBoard: (who, it) => administers(who, it),
} satisfies Record<string, (who: Administrator, it: SystemForPolicy) => boolean>;

export type ExperimentChange = keyof typeof policy;
export type MeasureChange = keyof typeof measurePolicy;
export type SystemChange = keyof typeof systemPolicy;
export type SelfChange = keyof typeof selfPolicy;
export type AdminChange = keyof typeof adminPolicy;
export type Change = ExperimentChange | MeasureChange | SystemChange | SelfChange | AdminChange;
