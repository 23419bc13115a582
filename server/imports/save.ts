import type { Transaction } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { inOneSentence } from "@/server/charts/analyse";
import { pluralise } from "@/server/format";
import type { JobContext } from "@/server/jobs/job";
import { appendToJournal, type NewAct, type NewEntry } from "@/server/journal/queries";
import { compareWithStored, type StoredFigure } from "@/server/measures/load/compare-with-stored";
import { spanOf, whatWasLoaded } from "@/server/measures/load/report";
import { checkStopRules, type RuleMet } from "@/server/measures/observations/check-stop-rules";
import { findSeries, listWatchingRules, saveObservations } from "@/server/measures/observations/queries";
import { findWatchedSeries } from "@/server/measures/observations/watched-series";
import type { Part } from "@/server/measures/part";
import { findMeasure, type Measure } from "@/server/measures/queries";
import { seesFigure } from "@/server/measures/reach";
import { findWho } from "@/server/people/queries";
import { quoted } from "@/server/typed-words";
import type { Who } from "@/server/who";
import { findLines, findUpload, liftTimeouts, moveOn, saveProgress, type Upload } from "./queries";
import { readUpload } from "./read-upload";
import { extendLeaseOrStop, ifUploadExists } from "./upload-job";
import { enqueueUploadLetter } from "./upload-letter";
import type { UploadJob } from "./worker-tasks";

class CalledOff extends Error {}

/**
 * Saves the good rows of an upload in one transaction: calling it off before the end saves nothing. Running it again is safe,
 * since an upload that is already saved is skipped.
 */
export const saveUploadRows = ifUploadExists(async (job: JobContext) => {
  const { personId, measureId, uploadId } = job.payload as UploadJob;
  await asPerson(job.database, personId, async (tx) => {
    await liftTimeouts(tx);
    const who = await findWho(tx, personId);
    const measure = await findMeasure(tx, measureId, { lock: true });
    const upload = await findUpload(tx, who, measureId, uploadId);
    if (upload.state !== "saving") return;
    const rules = await listWatchingRules(tx, measure.id, who);
    const before = await findWatchedSeries(tx, measure, rules);
    /** In its own transaction, so that others see it before this one commits. */
    const progress = async (doneRows: number) => {
      await extendLeaseOrStop(job);
      return asPerson(job.database, personId, (outside) => saveProgress(outside, upload, doneRows));
    };
    const rows = await saveGoodRows(tx, { who, upload, measure }, progress);
    const after = await findWatchedSeries(tx, measure, rules);
    const ofRules: NewEntry[] = [];
    const journalInExperiment = (experimentId: string, act: NewAct) =>
      ofRules.push({ systemId: measure.systemId, experimentId, personId: null, ...act });
    const met = await checkStopRules(tx, measure, rules, { before, after }, { journalInExperiment });
    await writeJournal(tx, measure, { personId, upload, parts: [...rows.fresh, ...rows.corrected] }, ofRules);
    const said = [...inSentences(measure, rows, met), inOneSentence(measure, await findSeries(tx, measure))];
    if (!(await moveOn(tx, upload, ["saving"], "saved", { said }))) throw new CalledOff();
    await enqueueUploadLetter(tx, upload, "saved");
  }).catch((error: unknown) => {
    if (!(error instanceof CalledOff)) throw error;
  });
});

/** The part of a saved row that stays in memory. */
type OfPeriod = Pick<StoredFigure, "periodOn">;
type GoodRows = { fresh: OfPeriod[]; corrected: OfPeriod[]; already: number; left: Set<number> };

/** Reads the rows again since the check: permissions and stored results may have changed. */
async function saveGoodRows(
  tx: Transaction,
  { who, upload, measure }: { who: Who; upload: Upload; measure: Measure },
  progress: (doneRows: number) => Promise<boolean>,
): Promise<GoodRows> {
  const sees = (organisationId: string, part: Part) => seesFigure(who, measure, organisationId, part);
  const saved: GoodRows = { fresh: [], corrected: [], already: 0, left: new Set() };
  for (const { parts, problems } of readUpload({ upload, lines: await findLines(tx, upload.id), measure, who })) {
    const found = await compareWithStored(tx, measure, parts, { correct: upload.correct ?? undefined, sees });
    await saveObservations(tx, measure, who.id, [...found.fresh, ...found.corrected]);
    for (const { periodOn } of found.fresh) saved.fresh.push({ periodOn });
    for (const { periodOn } of found.corrected) saved.corrected.push({ periodOn });
    for (const { row } of [...problems, ...found.different, ...found.hidden]) saved.left.add(row);
    saved.already += found.already;
    if (!(await progress(saved.fresh.length + saved.corrected.length))) throw new CalledOff();
  }
  return saved;
}

type Import = { personId: string; upload: Upload; parts: OfPeriod[] };

async function writeJournal(
  tx: Transaction,
  measure: Measure,
  { personId, upload, parts }: Import,
  ofRules: NewEntry[],
) {
  const { systemId, teams, id: measureId } = measure;
  const act = parts.length > 0 ? whatWasLoaded(parts, measure, upload.fileName) : null;
  const experimentIds = teams.length > 0 ? teams.map((team) => team.experimentId) : [null];
  const entries = experimentIds.flatMap((experimentId): NewEntry[] =>
    act ? [{ systemId, experimentId, personId, act, details: { measureId } }] : [],
  );
  if (entries.length + ofRules.length > 0) await appendToJournal(tx, systemId, [...entries, ...ofRules]);
}

function inSentences(measure: Measure, { fresh, corrected, already, left }: GoodRows, met: RuleMet[]): string[] {
  const were = (count: number) => `${pluralise(count, "row")} ${count === 1 ? "was" : "were"}`;
  return [
    ...(fresh.length > 0 ? [`Saved ${pluralise(fresh.length, "result")}${spanOf(fresh, measure)}.`] : []),
    ...(corrected.length > 0
      ? [`Corrected ${pluralise(corrected.length, "result")}. The earlier ones stay readable.`]
      : []),
    ...(fresh.length + corrected.length === 0 ? ["Nothing new was saved."] : []),
    ...(already > 0 ? [`${were(already)} there already.`] : []),
    ...(left.size > 0 ? [`${were(left.size)} left out.`] : []),
    ...met.map((rule) =>
      rule.kind === "safety"
        ? `A stop rule was met: ${quoted(rule.title)} is paused.`
        : `A talk rule of ${quoted(rule.title)} was met. Talk with your team.`,
    ),
  ];
}
