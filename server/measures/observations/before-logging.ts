import type { Db } from "@/db/client";
import { NotFound } from "@/server/errors";
import { listObservations, type Observation } from "@/server/measures/observations/queries";
import type { Part } from "@/server/measures/part";
import { lastWholePeriod, periodAfter, periodOf, periodToLog, problemWithPeriod } from "@/server/measures/periods";
import type { Measure } from "@/server/measures/queries";
import { mayLogFor, seesFigure } from "@/server/measures/reach";
import { contributesOn } from "@/server/measures/series";
import { isByEvent } from "@/server/measures/spc/kinds";
import type { Who } from "@/server/policy";

/** How many periods back the number box offers; an older one is named in the address. */
const periodsOffered = 12;
/** How many results the list under it shows. */
const recentShown = 5;

type Asked = { organisationId?: string; periodOn?: string };

/** What the number box shows: for whom, which period is chosen, what is there already, what it was last time. */
export async function beforeLogging({ db, who, measure }: { db: Db; who: Who; measure: Measure }, asked: Asked) {
  const theirs = mayLogFor(who, measure);
  const choices = measure.contributors.filter((contributor) => theirs.includes(contributor.organisationId));
  const chosen = asked.organisationId ? choices.find((one) => one.organisationId === asked.organisationId) : choices[0];
  if (!chosen && asked.organisationId) throw new NotFound();
  const offered = chosen ? periodsFor(measure, asked.periodOn).filter((on) => contributesOn(chosen, on)) : [];
  const oldest = offered.toSorted()[0];
  if (!chosen || !oldest)
    return { choices: [], organisationId: null, periods: [], periodOn: null, last: null, recent: [] };
  const { organisationId } = chosen;
  const history = await listObservations(db, measure.id, organisationId, {
    from: periodAfter(oldest, measure.rhythm, -12),
  });
  const latest = new Map<string, Observation>();
  for (const one of history) if (!latest.has(one.periodOn)) latest.set(one.periodOn, one);
  for (const [on, one] of latest) if (one.undone) latest.delete(on);
  const periodOn =
    asked.periodOn && offered.includes(asked.periodOn)
      ? asked.periodOn
      : periodToLog(offered, new Set(latest.keys()), newestToLog(measure));
  const inSight = (part: Part) => seesFigure(who, measure, organisationId, part);
  const shown = ({ value, numerator, denominator, ...one }: Observation) => ({
    ...{ periodOn: one.periodOn, revision: one.revision, by: one.by, at: one.at },
    part: inSight({ value, numerator, denominator }) ? { value, numerator, denominator } : null,
  });
  const last = [...latest.values()].find((one) => one.periodOn < periodOn);
  return {
    choices: choices.map(({ name, organisationId: id }) => ({ organisationId: id, name })),
    organisationId,
    periodOn,
    periods: offered.map((on) => {
      const logged = latest.get(on);
      return { on, logged: logged ? shown(logged) : null };
    }),
    last: last && inSight(last) ? shown(last) : null,
    /** What was added of late, each with whether the person may still take it back. */
    recent: [...latest.values()].slice(0, recentShown).map((one) => ({
      ...shown(one),
      undoable: one.undoable && who.accounts.includes(one.loggedBy),
    })),
  };
}

/** An event is logged on its day, so most likely today; of anything else the newest period is asked for that is over. */
const newestToLog = ({ chartKind, rhythm, today }: Measure) =>
  isByEvent(chartKind) ? today : lastWholePeriod(today, rhythm);

/** The period under way and those before it, newest first, and the one named in the address. */
function periodsFor({ rhythm, today }: Measure, asked: string | undefined): string[] {
  const now = periodOf(today, rhythm);
  const offered = Array.from({ length: periodsOffered + 1 }, (_, back) => periodAfter(now, rhythm, -back));
  if (!asked || offered.includes(asked) || problemWithPeriod(asked, rhythm, today)) return offered;
  return [...offered, asked];
}
