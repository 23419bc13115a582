import type { Db } from "@/db/client";
import { NotFound } from "@/server/errors";
import { listObservationsOfEach, type Observation } from "@/server/measures/observations/queries";
import type { Part } from "@/server/measures/part";
import { lastWholePeriod, periodAfter, periodOf, periodToLog, problemWithPeriod } from "@/server/measures/periods";
import type { Measure } from "@/server/measures/queries";
import { mayLogFor, seesFigure } from "@/server/measures/reach";
import { contributesOn } from "@/server/measures/series";
import { isByEvent } from "@/server/measures/spc/kinds";
import type { Who } from "@/server/who";

/** Number of past periods offered; an older one can be given in the URL. */
const periodsOffered = 12;
/** Number of recent results shown below the box. */
const recentShown = 5;

type Request = { organisationId?: string; periodOn?: string };
type Asked = { measure: Measure; request: Request };

/** The data of the number box: contributor, chosen period, existing results, and the one before. */
export async function beforeLogging({ db, who, measure }: { db: Db; who: Who; measure: Measure }, request: Request) {
  const [box] = await listBoxes(db, who, [{ measure, request }]);
  if (!box) throw new NotFound();
  return box;
}

/** The same for several boxes, in one query. */
export async function listBoxes(db: Db, who: Who, asked: readonly Asked[]) {
  const chosen = asked.map((one) => ({ ...one, ...chooseBox(one, who) }));
  const histories = await listObservationsOfEach(
    db,
    chosen.flatMap(({ measure, open }) =>
      open ? [{ measureId: measure.id, organisationId: open.organisationId, from: open.from }] : [],
    ),
  );
  return chosen.map((box) => filled(box, who, box.open ? (histories.shift() ?? []) : []));
}

type Chosen = ReturnType<typeof chooseBox>;

/** For whom the box is, and for which periods; `open` is null while it must be said for whom. */
export function chooseBox({ measure, request }: Asked, who: Who) {
  const theirs = mayLogFor(who, measure);
  const contributors = measure.contributors.filter((contributor) => theirs.includes(contributor.organisationId));
  const chosen = request.organisationId
    ? contributors.find((choice) => choice.organisationId === request.organisationId)
    : ownOrOnly(who, measure, contributors);
  if (!chosen && request.organisationId) throw new NotFound();
  const choices = contributors.map(({ name, organisationId }) => ({ organisationId, name }));
  const offered = chosen ? periodsFor(measure, request.periodOn).filter((on) => contributesOn(chosen, on)) : [];
  const oldest = offered.toSorted()[0];
  // Which of them it is for must be said: a figure is never saved as another organisation's
  if (!chosen || !oldest) return { choices: chosen ? [] : choices, open: null };
  const from = periodAfter(oldest, measure.rhythm, -12);
  return { choices, open: { organisationId: chosen.organisationId, offered, from } };
}

/** A box with the results there are. */
function filled({ measure, request, choices, open }: Asked & Chosen, who: Who, history: readonly Observation[]) {
  if (!open) return { choices, organisationId: null, periods: [], periodOn: null, last: null, recent: [] };
  const { organisationId, offered } = open;
  const latest = new Map<string, Observation>();
  for (const entry of history) if (!latest.has(entry.periodOn)) latest.set(entry.periodOn, entry);
  for (const [on, entry] of latest) if (entry.undone) latest.delete(on);
  const periodOn =
    request.periodOn && offered.includes(request.periodOn)
      ? request.periodOn
      : periodToLog(offered, new Set(latest.keys()), newestToLog(measure));
  const mayBeSeen = (part: Part) => seesFigure(who, measure, organisationId, part);
  const shown = ({ value, numerator, denominator, ...entry }: Observation) => ({
    ...{ periodOn: entry.periodOn, revision: entry.revision, by: entry.by, at: entry.at },
    part: mayBeSeen({ value, numerator, denominator }) ? { value, numerator, denominator } : null,
  });
  const last = [...latest.values()].find((entry) => entry.periodOn < periodOn);
  return {
    choices,
    organisationId,
    periodOn,
    periods: offered.map((on) => {
      const logged = latest.get(on);
      return { on, logged: logged ? shown(logged) : null };
    }),
    last: last && mayBeSeen(last) ? shown(last) : null,
    /** The latest results, each with whether the person may still undo it. */
    recent: [...latest.values()].slice(0, recentShown).map((entry) => ({
      ...shown(entry),
      undoable: entry.undoable && who.accounts.includes(entry.loggedBy),
    })),
  };
}

/** The contributor that the box opens for: one that the person works for, or the only one. */
function ownOrOnly(who: Who, { systemId }: Measure, choices: Measure["contributors"]) {
  const own = who.memberships.filter((at) => at.systemId === systemId).map(({ organisationId }) => organisationId);
  return (
    choices.find(({ organisationId }) => own.includes(organisationId)) ??
    (choices.length === 1 ? choices[0] : undefined)
  );
}

/** The default period: today for rare events, else the latest whole period. */
const newestToLog = ({ chartKind, rhythm, today }: Measure) =>
  isByEvent(chartKind) ? today : lastWholePeriod(today, rhythm);

/** The current period and those before it, newest first, plus the one given in the URL. */
function periodsFor({ rhythm, today }: Measure, requested: string | undefined): string[] {
  const now = periodOf(today, rhythm);
  const offered = Array.from({ length: periodsOffered + 1 }, (_, back) => periodAfter(now, rhythm, -back));
  if (!requested || offered.includes(requested) || problemWithPeriod(requested, rhythm, today)) return offered;
  return [...offered, requested];
}
