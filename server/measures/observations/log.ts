import { analyse } from "@/server/charts/analyse";
import { sentenceAfterLogging } from "@/server/charts/sentence";
import { Conflict, Refusal } from "@/server/errors";
import { momentInWords } from "@/server/format";
import { inPeriod, periodInWords } from "@/server/measures/figures";
import type { CorrectInput, LogInput } from "@/server/measures/input";
import { loggedResult } from "@/server/measures/journal-sentences";
import { findSeriesAround, listObservations, type Observation } from "@/server/measures/observations/queries";
import { type OnMeasure, placeOf, refuseForOthers, saveFigure } from "@/server/measures/observations/save";
import { partInWords, problemsWithPart, samePart, storedPart } from "@/server/measures/part";
import { problemWithPeriod } from "@/server/measures/periods";
import { seesFigure } from "@/server/measures/reach";
import { asShown, contributedInWords, contributesOn, hiddenMeans } from "@/server/measures/series";
import { isByEvent } from "@/server/measures/spc/kinds";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Logs a contributor's result for a period that has none. @throws {Refusal} */
export async function logObservation(ctx: OnMeasure, input: LogInput) {
  refuseInvalid(ctx, input);
  const present = await findPresent(ctx, input);
  if (present && !present.undone) {
    throw new Refusal([], { periodOn: alreadyThere(ctx, input.organisationId, present) });
  }
  const revision = (present?.revision ?? 0) + 1;
  const met = await saveFigure(ctx, { ...storedPart(input), ...placeOf(input), revision });
  ctx.journal(loggedResult(ctx.measure, input.periodOn), {
    details: { measureId: ctx.measure.id, periodOn: input.periodOn },
  });
  return { sentence: await sentenceOnChart(ctx, input.periodOn), met, version: revision };
}

/** Corrects a result, with a reason. The earlier revision stays readable. @throws {Refusal}, {Conflict} */
export async function correctObservation(ctx: OnMeasure, { reason, version, ...input }: CorrectInput) {
  refuseInvalid(ctx, input);
  const present = await findPresent(ctx, input);
  const period = inPeriod(input.periodOn, ctx.measure.rhythm);
  if (!present || present.undone)
    throw new Refusal([], { periodOn: `There is no result ${period} to correct. Log it instead` });
  if (present.revision !== version) {
    const isVisible = seesFigure(ctx.who, ctx.measure, input.organisationId, present);
    const { value, numerator, denominator } = present;
    throw new Conflict(present.revision, isVisible ? { value, numerator, denominator } : {}, present.by, present.at);
  }
  if (samePart(present, storedPart(input))) {
    throw new Refusal([`That is the result already kept ${period}. Nothing was changed.`]);
  }
  const revision = present.revision + 1;
  const met = await saveFigure(ctx, { ...storedPart(input), ...placeOf(input), revision, reason });
  ctx.journal(sentence`corrected a result of ${ctx.measure.name} ${fromLeeway(period)}`, {
    details: { measureId: ctx.measure.id, periodOn: input.periodOn, revision },
  });
  return { sentence: await sentenceOnChart(ctx, input.periodOn), met, version: revision };
}

/** Refuses a contributor the person may not log for, an invalid period or an invalid part. */
function refuseInvalid(ctx: OnMeasure, input: LogInput): void {
  const contributor = refuseForOthers(ctx, input);
  const { measure } = ctx;
  const { periodOn } = input;
  const problem = problemWithPeriod(periodOn, measure.rhythm, measure.today);
  if (problem) throw new Refusal([], { periodOn: problem });
  if (!contributesOn(contributor, periodOn)) {
    throw new Refusal([], {
      periodOn: `${contributor.name} does not contribute ${inPeriod(periodOn, measure.rhythm)}`,
    });
  }
  const problems = problemsWithPart(measure.counting, input, measure.chartKind);
  if (Object.keys(problems).length > 0) throw new Refusal([], problems);
}

async function findPresent({ db, measure }: OnMeasure, { organisationId, periodOn }: LogInput) {
  const [latest] = await listObservations(db, measure.id, organisationId, { from: periodOn, to: periodOn });
  return latest ?? null;
}

function alreadyThere({ who, measure }: OnMeasure, organisationId: string, present: Observation): string {
  const period = periodInWords(present.periodOn, measure.rhythm);
  const isVisible = seesFigure(who, measure, organisationId, present);
  const what = isVisible ? `: ${partInWords(present, measure)}` : "";
  const logged = `logged by ${present.by} on ${momentInWords(present.at)}`;
  const again = isByEvent(measure.chartKind)
    ? "A chart of rare events takes 1 a day: if 2 on a day are common, count them by the week instead"
    : "Send yours again to correct it, and say why";
  return `There is a result for ${period} already${what}, ${logged}. ${again}`;
}

async function sentenceOnChart({ db, measure }: OnMeasure, periodOn: string): Promise<string> {
  const points = asShown(await findSeriesAround(db, measure, periodOn));
  const point = points.find((each) => each.on === periodOn);
  if (point && point.contributed < point.expected) {
    const period = inPeriod(periodOn, measure.rhythm);
    return `${contributedInWords(point)} ${period}. The system's figure is drawn once all have.`;
  }
  if (point?.hidden) return `The system's figure ${inPeriod(periodOn, measure.rhythm)} is hidden. ${hiddenMeans}`;
  return sentenceAfterLogging(analyse(measure, points), measure, periodOn);
}
