import type { Transaction } from "@/db/client";
import type { Plain } from "@/server/canonical";
import { Conflict, Refusal } from "@/server/errors";
import { analyse } from "@/server/measures/analyse";
import { sentenceAfterLogging } from "@/server/measures/chart-sentence";
import { inPeriod, periodInWords } from "@/server/measures/figures";
import type { CorrectInput, LogInput } from "@/server/measures/input";
import {
  findFullSeries,
  keepObservations,
  listObservations,
  listWatchingRules,
  type Observation,
} from "@/server/measures/observations/queries";
import { watchRules } from "@/server/measures/observations/watch";
import { keptPart, partInWords, problemsWithPart, samePart } from "@/server/measures/part";
import { problemWithPeriod } from "@/server/measures/periods";
import type { Measure } from "@/server/measures/queries";
import { mayLogFor, seesFigure } from "@/server/measures/reach";
import { asShown, contributedInWords, contributesOn, hiddenMeans, type SystemPoint } from "@/server/measures/series";
import type { Who } from "@/server/policy";
import { momentInWords } from "@/server/words";

/** What `onMeasure` hands to a change of figures: the measure is locked. */
export type OnMeasure = {
  db: Transaction;
  who: Who;
  measure: Measure;
  tell: (act: string, details?: Plain) => void;
  tellOfRule: (experimentId: string, act: string, details?: Plain) => void;
};

/** Keeps a contributor's figure for a period that has none yet. */
export async function logObservation(ctx: OnMeasure, input: LogInput) {
  refuseUnlessTheirs(ctx, input);
  const present = await findPresent(ctx, input);
  if (present) throw new Refusal([], { periodOn: alreadyThere(ctx, input.organisationId, present) });
  const answer = await keep(ctx, input, { revision: 1, reason: "" });
  ctx.tell(`logged a result of "${ctx.measure.name}" ${inPeriod(input.periodOn, ctx.measure.rhythm)}`, {
    measureId: ctx.measure.id,
    periodOn: input.periodOn,
  });
  return answer;
}

/** Replaces a figure by another, which says why; the one before stays readable. */
export async function correctObservation(ctx: OnMeasure, { reason, version, ...input }: CorrectInput) {
  refuseUnlessTheirs(ctx, input);
  const present = await findPresent(ctx, input);
  const period = inPeriod(input.periodOn, ctx.measure.rhythm);
  if (!present) throw new Refusal([], { periodOn: `There is no result ${period} to correct. Log it instead` });
  if (present.revision !== version) {
    const seen = seesFigure(ctx.who, ctx.measure, input.organisationId, present);
    const { value, numerator, denominator } = present;
    throw new Conflict(present.revision, seen ? { value, numerator, denominator } : {}, present.by, present.at);
  }
  if (samePart(present, keptPart(input))) {
    throw new Refusal([`That is the result already kept ${period}. Nothing was changed.`]);
  }
  const answer = await keep(ctx, input, { revision: present.revision + 1, reason });
  ctx.tell(`corrected a result of "${ctx.measure.name}" ${period}`, {
    measureId: ctx.measure.id,
    periodOn: input.periodOn,
    revision: present.revision + 1,
  });
  return answer;
}

/** A contributor that is not the person's to log for is refused, and so are a wrong period and an impossible figure. */
function refuseUnlessTheirs({ who, measure }: OnMeasure, input: LogInput): void {
  const { organisationId, periodOn } = input;
  const contributor = measure.contributors.find((one) => one.organisationId === organisationId);
  if (!contributor || !mayLogFor(who, measure).includes(organisationId)) {
    throw new Refusal([], { organisationId: "Choose an organisation that you work for, or that works with your team" });
  }
  const wrong = problemWithPeriod(periodOn, measure.rhythm, measure.today);
  if (wrong) throw new Refusal([], { periodOn: wrong });
  if (!contributesOn(contributor, periodOn)) {
    throw new Refusal([], {
      periodOn: `${contributor.name} does not contribute ${inPeriod(periodOn, measure.rhythm)}`,
    });
  }
  const problems = problemsWithPart(measure.counting, input);
  if (Object.keys(problems).length > 0) throw new Refusal([], problems);
}

async function findPresent({ db, measure }: OnMeasure, { organisationId, periodOn }: LogInput) {
  const found = await listObservations(db, measure.id, organisationId, { from: periodOn, to: periodOn });
  return found[0] ?? null;
}

function alreadyThere({ who, measure }: OnMeasure, organisationId: string, present: Observation): string {
  const period = periodInWords(present.periodOn, measure.rhythm);
  const seen = seesFigure(who, measure, organisationId, present);
  const what = seen ? `: ${partInWords(present, measure)}` : "";
  const logged = `logged by ${present.by} on ${momentInWords(present.at)}`;
  return `There is a result for ${period} already${what}, ${logged}. Send yours again to correct it, and say why`;
}

/** Keeps the part, lets the rules look, and says what the system's figure says now. */
async function keep(ctx: OnMeasure, input: LogInput, followed: { revision: number; reason: string }) {
  const { db, measure, who } = ctx;
  const { organisationId, periodOn } = input;
  const rules = await listWatchingRules(db, measure.id, who);
  const before = rules.length > 0 ? await findFullSeries(db, measure) : []; // only rules look back
  await keepObservations(db, measure, who.id, [{ ...keptPart(input), organisationId, periodOn, ...followed }]);
  const after = await findFullSeries(db, measure);
  const met = await watchRules(db, measure, rules, { before, after }, ctx);
  return { sentence: whatItSays(measure, asShown(after), periodOn), met };
}

function whatItSays(measure: Measure, points: readonly SystemPoint[], periodOn: string): string {
  const point = points.find((one) => one.on === periodOn);
  if (point && point.contributed < point.expected) {
    const period = inPeriod(periodOn, measure.rhythm);
    return `${contributedInWords(point)} ${period}. The system's figure is drawn once all have.`;
  }
  if (point?.hidden) return `The system's figure ${inPeriod(periodOn, measure.rhythm)} is hidden. ${hiddenMeans}`;
  return sentenceAfterLogging(analyse(measure, points), measure, periodOn);
}
