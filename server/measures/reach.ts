import type { MeasureCounting } from "@/db/vocabulary";
import { answersFor, type Who } from "@/server/who";
import type { Part } from "./part";
import { isSmallPart } from "./small-numbers";

/** What access rules need of a measure: its contributors, and the teams of experiments that use it. */
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

/** Contributors a person may log for: those they work for, and those taking part in an experiment of their team. */
export function mayLogFor(who: Who, measure: MeasureWithTeams): string[] {
  const mine = measure.teams.filter((team) => team.personIds.some((id) => who.accounts.includes(id)));
  const withTeam = measure.contributors
    .map((contributor) => contributor.organisationId)
    .filter((id) => mine.some((team) => team.organisationIds.includes(id)));
  return unique([...worksForContributors(who, measure), ...withTeam]);
}

/**
 * Contributors whose own results a person may see: those they may log for. But leaders and board members of the system see at
 * most one, which they work for, preferably the one they lead.
 */
export function seesPartsOf(who: Who, measure: MeasureWithTeams): string[] {
  const leads = answersFor(who, measure.systemId);
  const judges = leads.length > 0 || who.seats.some((seat) => seat.systemId === measure.systemId);
  if (!judges) return mayLogFor(who, measure);
  const own = worksForContributors(who, measure);
  return [own.find((id) => leads.includes(id)) ?? own.toSorted()[0]].filter((id) => id !== undefined);
}

/** Whether a person may see this result of a contributor. Small numbers, if suppressed, only for those who work there. */
export function seesFigure(who: Who, measure: MeasureWithFigures, organisationId: string, part: Part): boolean {
  if (!seesPartsOf(who, measure).includes(organisationId)) return false;
  if (!measure.suppressSmall || worksForContributors(who, measure).includes(organisationId)) return true;
  return !isSmallPart(measure.counting, part);
}
