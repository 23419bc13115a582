import type { Db } from "@/db/client";
import type { MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { partInWords } from "@/server/measures/part";
import { listMeasuresToLog } from "@/server/measures/queries";
import { mayLogFor } from "@/server/measures/reach";
import { isByEvent } from "@/server/measures/spc/kinds";
import type { Who } from "@/server/who";
import { chooseBox, listBoxes } from "./before-logging";

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

/**
 * One entry for each contributor the person may log for. Only a measure's first has a figure, so that no two contributors can
 * be compared.
 * @param firstId - the open measure, which comes first and so is always in the list
 */
export async function listReadyToLog(db: Db, who: Who, firstId?: string): Promise<ReadyToLog[]> {
  const measures = (await listMeasuresToLog(db, who))
    .filter((measure) => mayLogFor(who, measure).length > 0)
    .toSorted((a, b) => Number(b.id === firstId) - Number(a.id === firstId));
  const ready = measures
    .flatMap((measure) => {
      const { choices, open } = chooseBox({ measure, request: {} }, who);
      const opensFor = open?.organisationId ?? choices[0]?.organisationId;
      return choices.map(({ organisationId, name }) => ({
        ...{ measure, organisationId, organisation: name },
        isFirst: organisationId === opensFor,
      }));
    })
    .slice(0, MAX_READY);
  const boxes = await listBoxes(
    db,
    who,
    ready.map(({ measure, organisationId }) => ({ measure, request: { organisationId } })),
  );
  return ready.map(({ measure, organisationId, organisation, isFirst }, at) => {
    const { id: measureId, name, unit, decimals, counting, rhythm, chartKind } = measure;
    const box = boxes[at];
    return {
      ...{ measureId, name, unit, decimals, counting, rhythm, organisationId, organisation },
      byEvent: isByEvent(chartKind),
      loggedOn: box?.periods.filter(({ logged }) => logged).map(({ on }) => on) ?? [],
      lastTime: isFirst && box?.last?.part ? partInWords(box.last.part, measure) : null,
    };
  });
}
