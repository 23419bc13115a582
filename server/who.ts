/** The signed-in person, and how people stand to an experiment, a measure or a system: what server/policy.ts is written with. */

/** The signed-in person and what they hold now, read in the same transaction as what they do. */
export type Who = {
  id: string;
  /** The ids of all accounts of this human being, this one included. */
  accounts: string[];
  memberships: { systemId: string; organisationId: string; role: "member" | "leader" }[];
  /** Leaders they stand in for today. */
  standsInFor: { systemId: string; organisationId: string; leaderId: string; leaderAccounts: string[] }[];
  seats: { systemId: string; boardId: string; organisationId: string | null; role: string }[];
};

/** What a rule needs to know of an experiment. */
export type ExperimentForPolicy = {
  systemId: string;
  /** Who is on the team today. */
  teamIds: string[];
  /** Who was on the team and is no longer, with their last day on it. */
  formerTeam: { personId: string; until: string }[];
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

export const isOneOf = (who: Who, ids: string[]) => who.accounts.some((account) => ids.includes(account));
export const onTeam = (who: Who, it: { teamIds: string[] }) => isOneOf(who, it.teamIds);
export const belongsTo = (who: Who, it: { systemId: string }) =>
  who.memberships.some((membership) => membership.systemId === it.systemId);
export const worksFor = (who: Who, it: { systemId: string }, organisationIds: string[]) =>
  who.memberships.some((at) => at.systemId === it.systemId && organisationIds.includes(at.organisationId));

const ledBy = (who: Who, systemId: string) =>
  who.memberships.filter((at) => at.role === "leader" && at.systemId === systemId).map((at) => at.organisationId);

/** The organisations that this person answers for in a system: as a leader, or in a leader's place. */
export const answersFor = (who: Who, systemId: string): string[] => [
  ...ledBy(who, systemId),
  ...who.standsInFor.filter((leader) => leader.systemId === systemId).map((leader) => leader.organisationId),
];

/** Who had a part in an experiment: whoever is or was on its team, or wrote what is asked. They answer nothing about it. */
export type PartTaken = Pick<ExperimentForPolicy, "teamIds" | "formerTeam" | "authorIds">;
export const involvedIds = (it: PartTaken): string[] => [
  ...it.teamIds,
  ...it.formerTeam.map((member) => member.personId),
  ...it.authorIds,
];
export const isInvolved = (who: Who, it: PartTaken) => isOneOf(who, involvedIds(it));

type Answerable = PartTaken & Pick<ExperimentForPolicy, "systemId" | "carrierIds">;
/** The leaders in whose place this person may answer: none who may not answer themselves. */
const mayStandInFor = (who: Who, it: Answerable) => {
  const involved = involvedIds(it);
  return who.standsInFor.filter(
    (leader) => leader.systemId === it.systemId && !leader.leaderAccounts.some((account) => involved.includes(account)),
  );
};
/** The carriers for which this person may answer (rule I5). Taking back is open to all who answer for one. */
export const mayAnswerFor = (who: Who, it: Answerable): string[] => {
  if (isInvolved(who, it)) return [];
  const theirs = [...ledBy(who, it.systemId), ...mayStandInFor(who, it).map((leader) => leader.organisationId)];
  return [...new Set(theirs)].filter((organisationId) => it.carrierIds.includes(organisationId));
};
/** The leader in whose name this person answers for an organisation; null for a leader of it. */
export const inPlaceOf = (who: Who, it: Answerable, organisationId: string): string | null =>
  ledBy(who, it.systemId).includes(organisationId)
    ? null
    : (mayStandInFor(who, it).find((leader) => leader.organisationId === organisationId)?.leaderId ?? null);

export const answersForACarrier = (who: Who, it: ExperimentForPolicy) =>
  answersFor(who, it.systemId).some((organisationId) => it.carrierIds.includes(organisationId));
export const onItsBoard = (who: Who, it: ExperimentForPolicy) =>
  who.seats.some((seat) => seat.role !== "observer" && it.boardIds.includes(seat.boardId));

export const arrangesItsBoards = (who: Who, it: SystemForPolicy) =>
  who.seats.some((seat) => seat.systemId === it.systemId && (seat.role === "chair" || seat.role === "secretary"));

/** Who looks after a measure's chart: teams that use it, organisations that contribute to it, and chairs and secretaries of boards. */
export const keepsChart = (who: Who, it: MeasureForPolicy) =>
  onTeam(who, it) || worksFor(who, it, it.contributorIds) || arrangesItsBoards(who, it);

export const leads = (who: Who, it: SystemForPolicy) =>
  who.memberships.some((at) => at.systemId === it.systemId && at.role === "leader");

/** Who may give or withdraw a standing permission: an organisation's leaders (no deputies) its own, a board's chair or secretary the floor. */
export const givesStandingFor = (who: Who, systemId: string, organisationId: string | null): boolean =>
  organisationId === null
    ? arrangesItsBoards(who, { systemId })
    : who.memberships.some(
        (at) => at.systemId === systemId && at.organisationId === organisationId && at.role === "leader",
      );
