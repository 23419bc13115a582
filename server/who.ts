/** The signed-in person, and how people stand to an experiment, a measure or a system: what server/policy.ts is written with. */

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

export const isOneOf = (who: Who, ids: string[]) => who.accounts.some((account) => ids.includes(account));
export const onTeam = (who: Who, it: { teamIds: string[] }) => isOneOf(who, it.teamIds);
export const belongsTo = (who: Who, it: { systemId: string }) =>
  who.memberships.some((membership) => membership.systemId === it.systemId);
export const worksFor = (who: Who, it: { systemId: string }, organisationIds: string[]) =>
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
