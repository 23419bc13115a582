import type { Transaction } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { inOneSentence } from "@/server/charts/analyse";
import { pluralise } from "@/server/format";
import type { JobContext } from "@/server/jobs/job";
import { appendToJournal, type NewAct, type NewEntry } from "@/server/journal/queries";
import { compared, type StoredFigure } from "@/server/measures/load/compared";
import { spanOf, whatWasLoaded } from "@/server/measures/load/report";
import { checkStopRules, type RuleMet } from "@/server/measures/observations/check-stop-rules";
import { findFullSeries, listWatchingRules, saveObservations } from "@/server/measures/observations/queries";
import type { Part } from "@/server/measures/part";
import { findMeasure, type Measure } from "@/server/measures/queries";
import { seesFigure } from "@/server/measures/reach";
import { asShown } from "@/server/measures/series";
import { findWho } from "@/server/people/queries";
import type { Who } from "@/server/policy";
import { findLines, findUpload, moveOn, saveProgress, takeTime, type Upload } from "./queries";
import { readUpload } from "./reading";
import { extendLeaseOrStop, ifUploadExists, type UploadJob } from "./upload-job";
import { enqueueUploadLetter } from "./upload-letter";

class CalledOff extends Error {}

/**
 * Saves the good rows of an upload, all of them or none: whoever calls it off before the end has saved nothing. Done a second
 * time it finds the upload saved, and does nothing.
 */
export const saveUploadRows = ifUploadExists(async (doing: JobContext) => {
  const { personId, measureId, uploadId } = doing.payload as UploadJob;
  await asPerson(doing.database, personId, async (tx) => {
    await takeTime(tx);
    const who = await findWho(tx, personId);
    const measure = await findMeasure(tx, measureId, { lock: true });
    const upload = await findUpload(tx, who, measureId, uploadId);
    if (upload.state !== "saving") return;
    const rules = await listWatchingRules(tx, measure.id, who);
    const before = rules.length > 0 ? await findFullSeries(tx, measure) : []; // only rules look back
    /** Through a door of its own, so that it is seen before the end. */
    const progress = async (doneRows: number) => {
      await extendLeaseOrStop(doing);
      return asPerson(doing.database, personId, (outside) => saveProgress(outside, upload, doneRows));
    };
    const kept = await keepGoodRows(tx, { who, upload, measure }, progress);
    const after = await findFullSeries(tx, measure);
    const ofRules: NewEntry[] = [];
    const tellOfRule = (experimentId: string, act: NewAct) =>
      ofRules.push({ systemId: measure.systemId, experimentId, personId: null, ...act });
    const met = await checkStopRules(tx, measure, rules, { before, after }, { tellOfRule });
    await tell(tx, measure, { personId, upload, parts: [...kept.fresh, ...kept.corrected] }, ofRules);
    const said = [...inSentences(measure, kept, met), inOneSentence(measure, asShown(after))];
    if (!(await moveOn(tx, upload, ["saving"], "saved", { said }))) throw new CalledOff();
    await enqueueUploadLetter(tx, upload, "saved");
  }).catch((error: unknown) => {
    if (!(error instanceof CalledOff)) throw error;
  });
});

/** What is remembered of a row once it is saved. */
type OfPeriod = Pick<StoredFigure, "periodOn">;
type GoodRows = { fresh: OfPeriod[]; corrected: OfPeriod[]; already: number; left: Set<number> };

/** Reads the rows again rather than keeping them: who may log for whom, and what is there, is judged now. */
async function keepGoodRows(
  tx: Transaction,
  { who, upload, measure }: { who: Who; upload: Upload; measure: Measure },
  progress: (doneRows: number) => Promise<boolean>,
): Promise<GoodRows> {
  const sees = (organisationId: string, part: Part) => seesFigure(who, measure, organisationId, part);
  const kept: GoodRows = { fresh: [], corrected: [], already: 0, left: new Set() };
  for (const { parts, problems } of readUpload({ upload, lines: await findLines(tx, upload.id), measure, who })) {
    const found = await compared(tx, measure, parts, { correct: upload.correct ?? undefined, sees });
    await saveObservations(tx, measure, who.id, [...found.fresh, ...found.corrected]);
    for (const { periodOn } of found.fresh) kept.fresh.push({ periodOn });
    for (const { periodOn } of found.corrected) kept.corrected.push({ periodOn });
    for (const { row } of [...problems, ...found.different, ...found.hidden]) kept.left.add(row);
    kept.already += found.already;
    if (!(await progress(kept.fresh.length + kept.corrected.length))) throw new CalledOff();
  }
  return kept;
}

type Told = { personId: string; upload: Upload; parts: OfPeriod[] };

async function tell(tx: Transaction, measure: Measure, { personId, upload, parts }: Told, ofRules: NewEntry[]) {
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
        ? `A stop rule was met: "${rule.title}" is paused.`
        : `A talk rule of "${rule.title}" was met. Talk with your team.`,
    ),
  ];
}
