import type { Transaction } from "@/db/client";
import { asPerson } from "@/db/door";
import type { Doing } from "@/server/jobs/kinds";
import { appendToJournal, type NewEntry } from "@/server/journal/queries";
import { inOneSentence } from "@/server/measures/analyse";
import { compared, type Kept } from "@/server/measures/load/compared";
import { spanOf, whatWasLoaded } from "@/server/measures/load/words";
import { findFullSeries, keepObservations, listWatchingRules } from "@/server/measures/observations/queries";
import { type RuleMet, watchRules } from "@/server/measures/observations/watch";
import { findMeasure, type Measure } from "@/server/measures/queries";
import { asShown } from "@/server/measures/series";
import { findWho } from "@/server/people/queries";
import { counted } from "@/server/words";
import { findRows, findUpload, moveOn, sayProgress, takeTime, type Upload } from "./queries";
import { readUpload } from "./reading";
import { stillAtIt, type UploadJob } from "./upload-job";

/** Figures that go to the database as one text. */
const atOnce = 5_000;

class CalledOff extends Error {}

/**
 * Saves the good rows of an upload, all of them or none: whoever calls it off before the end has saved nothing. Done a second
 * time it finds the upload saved, and does nothing.
 */
export async function saveUpload(doing: Doing): Promise<void> {
  const { personId, measureId, uploadId } = doing.payload as UploadJob;
  await asPerson(doing.database, personId, async (tx) => {
    await takeTime(tx);
    const who = await findWho(tx, personId);
    const measure = await findMeasure(tx, measureId, { lock: true });
    const upload = await findUpload(tx, who, measureId, uploadId);
    if (upload.state !== "saving") return;
    /** Through a door of its own, so that it is seen before the end. */
    const progress = async (doneRows: number) => {
      await stillAtIt(doing);
      return asPerson(doing.database, personId, (outside) => sayProgress(outside, upload, doneRows));
    };
    // Read again rather than kept: who may log for whom, and what is there, is judged now
    // The rows are let go once they are read: a large file is held once, not twice
    const read = await readUpload({ upload, rows: await findRows(tx, uploadId), measure, who }, async () => true);
    const { fresh, corrected, already, different } = await compared(tx, measure, read?.parts ?? [], {
      correct: upload.correct ?? undefined,
    });
    const rules = await listWatchingRules(tx, measure.id, who);
    const before = await findFullSeries(tx, measure);
    const parts = [...fresh, ...corrected];
    for (let from = 0; from < parts.length; from += atOnce) {
      await keepObservations(tx, measure, personId, parts.slice(from, from + atOnce));
      if (!(await progress(Math.min(from + atOnce, parts.length)))) throw new CalledOff();
    }
    const after = await findFullSeries(tx, measure);
    const ofRules: NewEntry[] = [];
    const met = await watchRules(
      tx,
      measure,
      rules,
      { before, after },
      {
        tellOfRule: (experimentId, act, details) =>
          ofRules.push({ systemId: measure.systemId, experimentId, personId: null, act, details }),
      },
    );
    await tell(tx, measure, { personId, upload, parts }, ofRules);
    const left = new Set([...(read?.problems ?? []), ...different].map(({ row }) => row)).size;
    const said = inSentences(measure, { fresh, corrected, already, left, met });
    said.push(inOneSentence(measure, asShown(after)));
    if (!(await moveOn(tx, upload, ["saving"], "saved", { said }))) throw new CalledOff();
  }).catch((error: unknown) => {
    if (!(error instanceof CalledOff)) throw error;
  });
}

type Told = { personId: string; upload: Upload; parts: Kept[] };

async function tell(tx: Transaction, measure: Measure, { personId, upload, parts }: Told, ofRules: NewEntry[]) {
  const { systemId, teams, id: measureId } = measure;
  const act = parts.length > 0 ? whatWasLoaded(parts, measure, upload.fileName) : null;
  const experimentIds = teams.length > 0 ? teams.map((team) => team.experimentId) : [null];
  const entries = experimentIds.flatMap((experimentId): NewEntry[] =>
    act ? [{ systemId, experimentId, personId, act, details: { measureId } }] : [],
  );
  if (entries.length + ofRules.length > 0) await appendToJournal(tx, systemId, [...entries, ...ofRules]);
}

type Done = { fresh: Kept[]; corrected: Kept[]; already: number; left: number; met: RuleMet[] };

function inSentences(measure: Measure, { fresh, corrected, already, left, met }: Done): string[] {
  const were = (count: number) => `${counted(count, "row")} ${count === 1 ? "was" : "were"}`;
  return [
    ...(fresh.length > 0 ? [`Saved ${counted(fresh.length, "result")}${spanOf(fresh, measure)}.`] : []),
    ...(corrected.length > 0
      ? [`Corrected ${counted(corrected.length, "result")}. The earlier ones stay readable.`]
      : []),
    ...(fresh.length + corrected.length === 0 ? ["Nothing new was saved."] : []),
    ...(already > 0 ? [`${were(already)} there already.`] : []),
    ...(left > 0 ? [`${were(left)} left out.`] : []),
    ...met.map((rule) =>
      rule.kind === "safety"
        ? `A stop rule was met: "${rule.title}" is paused.`
        : `A talk rule of "${rule.title}" was met. Talk with your team.`,
    ),
  ];
}
