import type { MeasureCounting } from "@/db/vocabulary";
import { answersFor, type Who } from "@/server/policy";
import type { Part } from "./part";
import { isSmallPart } from "./small-numbers";

/** What reach asks of a measure: who contributes, and which teams work with whom on an experiment that uses it. */
export type MeasureWithTeams = {
  systemId: string;
  contributors: readonly { organisationId: string }[];
  teams: readonly { personIds: string[]; organisationIds: string[] }[];
};

type MeasureWithFigures = MeasureWithTeams & { suppressSmall: boolean; counting: MeasureCounting };

const unique = (ids: string[]) => [...new Set(ids)];

/** The contributors a person works for. */
function worksForContributors(who: Who, measure: MeasureWithTeams): string[] {
  const contributorIds = measure.contributors.map((contributor) => contributor.organisationId);
  return unique(
    who.memberships
      .filter((at) => at.systemId === measure.systemId && contributorIds.includes(at.organisationId))
      .map((at) => at.organisationId),
  );
}

/** For whom a person may log: contributors they work for, and contributors that take part in an experiment of their team. */
export function mayLogFor(who: Who, measure: MeasureWithTeams): string[] {
  const mine = measure.teams.filter((team) => team.personIds.some((id) => who.accounts.includes(id)));
  const withTeam = measure.contributors
    .map((contributor) => contributor.organisationId)
    .filter((id) => mine.some((team) => team.organisationIds.includes(id)));
  return unique([...worksForContributors(who, measure), ...withTeam]);
}

/**
 * Whose own figures a person may see. An organisation sees its own part, a team those it works with. Whoever leads an
 * organisation of the system or has a seat on a board there never sees two: only one they work for, their own first.
 */
export function seesPartsOf(who: Who, measure: MeasureWithTeams): string[] {
  const leads = answersFor(who, measure.systemId);
  const judges = leads.length > 0 || who.seats.some((seat) => seat.systemId === measure.systemId);
  if (!judges) return mayLogFor(who, measure);
  const own = worksForContributors(who, measure);
  return [own.find((id) => leads.includes(id)) ?? own.toSorted()[0]].filter((id) => id !== undefined);
}

/** Whether a person may see this figure of a contributor: a small one that is kept hidden only if they work there. */
export function seesFigure(who: Who, measure: MeasureWithFigures, organisationId: string, part: Part): boolean {
  if (!seesPartsOf(who, measure).includes(organisationId)) return false;
  if (!measure.suppressSmall || worksForContributors(who, measure).includes(organisationId)) return true;
  return !isSmallPart(measure.counting, part);
}
