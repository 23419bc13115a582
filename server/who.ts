/** The signed-in person and their relations to experiments, measures and systems, from which server/policy.ts is built. */

/** The signed-in person with their current roles, read in the same transaction as their change. */
export type Who = {
  id: string;
  /** Ids of all accounts of this human being, including this one. */
  accounts: string[];
  memberships: { systemId: string; organisationId: string; role: "member" | "leader" }[];
  /** Leaders they are deputy for today, with all accounts of each. */
  standsInFor: { systemId: string; organisationId: string; leaderId: string; leaderAccounts: string[] }[];
  seats: { systemId: string; boardId: string; organisationId: string | null; role: string }[];
};

/** The fields of an experiment that policy rules need. */
export type ExperimentForPolicy = {
  systemId: string;
  /** Team members today. */
  teamIds: string[];
  /** Former team members, with their last day on the team. */
  formerTeam: { personId: string; until: string }[];
  /** Everyone who edited a part of the terms. */
  authorIds: string[];
  /** Whoever was one person with any of these when it was registered or later, and is unlinked (rule I6). */
  onceLinkedIds: string[];
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

/** Organisations that a person answers for in a system, as leader or deputy. */
export const answersFor = (who: Who, systemId: string): string[] => [
  ...ledBy(who, systemId),
  ...who.standsInFor.filter((leader) => leader.systemId === systemId).map((leader) => leader.organisationId),
];

/** The people involved: whoever is or was on the team, or edited a part of the terms. They answer nothing about it. */
export type PartTaken = Pick<ExperimentForPolicy, "teamIds" | "formerTeam" | "authorIds" | "onceLinkedIds">;
export const involvedIds = (it: PartTaken): string[] => [
  ...it.teamIds,
  ...it.formerTeam.map((member) => member.personId),
  ...it.authorIds,
  ...it.onceLinkedIds,
];
export const isInvolved = (who: Who, it: PartTaken) => isOneOf(who, involvedIds(it));

type Answerable = PartTaken & Pick<ExperimentForPolicy, "systemId" | "carrierIds">;
/** Leaders for whom a deputy may answer: none who may not answer themselves. */
const mayStandInFor = (who: Who, it: Answerable) => {
  const involved = involvedIds(it);
  return who.standsInFor.filter(
    (leader) => leader.systemId === it.systemId && !leader.leaderAccounts.some((account) => involved.includes(account)),
  );
};
/** Carriers for which a person may answer (rule I5). Taking back is open to all who answer for one. */
export const mayAnswerFor = (who: Who, it: Answerable): string[] => {
  if (isInvolved(who, it)) return [];
  const theirs = [...ledBy(who, it.systemId), ...mayStandInFor(who, it).map((leader) => leader.organisationId)];
  return [...new Set(theirs)].filter((organisationId) => it.carrierIds.includes(organisationId));
};
/** The leader for whom a deputy answers for an organisation; null for a leader of it. */
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

/** May annotate a measure's chart: teams that use it, contributing organisations, and boards' chairs and secretaries. */
export const keepsChart = (who: Who, it: MeasureForPolicy) =>
  onTeam(who, it) || worksFor(who, it, it.contributorIds) || arrangesItsBoards(who, it);

export const leads = (who: Who, it: SystemForPolicy) =>
  who.memberships.some((at) => at.systemId === it.systemId && at.role === "leader");

/** May give or withdraw a standing permission: leaders (not deputies) their organisation's, boards' chairs and secretaries the floor. */
export const givesStandingFor = (who: Who, systemId: string, organisationId: string | null): boolean =>
  organisationId === null
    ? arrangesItsBoards(who, { systemId })
    : who.memberships.some(
        (at) => at.systemId === systemId && at.organisationId === organisationId && at.role === "leader",
      );
