import type { Db } from "@/db/client";
import type { MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { partInWords } from "@/server/measures/part";
import { listMeasuresToLog, type Measure } from "@/server/measures/queries";
import { mayLogFor } from "@/server/measures/reach";
import { isByEvent } from "@/server/measures/spc/kinds";
import type { Who } from "@/server/who";
import { beforeLogging } from "./before-logging";

/** What a device needs to take one contributor's result offline; of the figures only the last. */
export type ReadyToLog = {
  measureId: string;
  name: string;
  unit: string;
  decimals: number;
  counting: MeasureCounting;
  rhythm: MeasureRhythm;
  /** Rare events: a day can be logged before it has ended. */
  byEvent: boolean;
  organisationId: string;
  organisation: string;
  /** Recent periods that have a result. */
  loggedOn: string[];
  lastTime: string | null;
};

/** Enough for anybody who logs by hand. */
const MAX_READY = 40;

/** @param firstId - the open measure, which comes first and so is always in the list */
export async function listReadyToLog(db: Db, who: Who, firstId?: string): Promise<ReadyToLog[]> {
  const measures = (await listMeasuresToLog(db, who))
    .filter((measure) => mayLogFor(who, measure).length > 0)
    .toSorted((a, b) => Number(b.id === firstId) - Number(a.id === firstId));
  const ready: ReadyToLog[] = [];
  for (const measure of measures) {
    if (ready.length < MAX_READY) ready.push(...(await readyFor(db, who, measure)));
  }
  return ready.slice(0, MAX_READY);
}

/**
 * One entry for each contributor the person may log for. Only the first has a figure, so that no two contributors can
 * be compared.
 */
async function readyFor(db: Db, who: Who, measure: Measure): Promise<ReadyToLog[]> {
  const { id: measureId, name, unit, decimals, counting, rhythm } = measure;
  const byEvent = isByEvent(measure.chartKind);
  const first = await beforeLogging({ db, who, measure }, {});
  const ready: ReadyToLog[] = [];
  for (const [index, { organisationId, name: organisation }] of first.choices.entries()) {
    const isFirst = first.organisationId ? organisationId === first.organisationId : index === 0;
    const box =
      organisationId === first.organisationId ? first : await beforeLogging({ db, who, measure }, { organisationId });
    ready.push({
      ...{ measureId, name, unit, decimals, counting, rhythm, byEvent, organisationId, organisation },
      loggedOn: box.periods.filter(({ logged }) => logged).map(({ on }) => on),
      lastTime: isFirst && box.last?.part ? partInWords(box.last.part, measure) : null,
    });
  }
  return ready;
}
