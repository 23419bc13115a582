import type { Transaction } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import type { JobContext } from "@/server/jobs/job";
import { compareWithStored } from "@/server/measures/load/compare-with-stored";
import type { RowProblem } from "@/server/measures/load/refused";
import type { Part } from "@/server/measures/part";
import { findMeasure } from "@/server/measures/queries";
import { seesFigure } from "@/server/measures/reach";
import { findWho } from "@/server/people/queries";
import { findLines, findUpload, moveOn, saveProgress } from "./queries";
import { readUpload } from "./read-upload";
import { extendLeaseOrStop, ifUploadExists } from "./upload-job";
import { enqueueUploadLetter } from "./upload-letter";
import type { UploadJob } from "./worker-tasks";

/** Reads every row of an upload and stores the problems found. No result is saved, so it can safely run again. */
export const checkUpload = ifUploadExists(async (job: JobContext) => {
  const { personId, measureId, uploadId } = job.payload as UploadJob;
  const asUploader = <Result>(work: (tx: Transaction) => Promise<Result>) => asPerson(job.database, personId, work);
  const start = await asUploader(async (tx) => {
    const who = await findWho(tx, personId);
    const upload = await findUpload(tx, who, measureId, uploadId);
    if (upload.state !== "checking") return null; // already checked, or called off
    return { who, upload, measure: await findMeasure(tx, measureId), lines: await findLines(tx, uploadId) };
  });
  if (!start) return;
  const { upload, measure, who } = start;
  const sees = (organisationId: string, part: Part) => seesFigure(who, measure, organisationId, part);
  const problems: RowProblem[] = [];
  const found = { good: 0, problemRows: 0, already: 0, different: 0 };
  let doneRows = 0;
  for (const batch of readUpload(start)) {
    for (const problem of batch.problems) problems.push(problem);
    doneRows += batch.rows;
    await extendLeaseOrStop(job);
    const wanted = await asUploader(async (tx) => {
      const { fresh, already, different, hidden } = await compareWithStored(tx, measure, batch.parts, { sees });
      problems.push(...hidden);
      found.good += fresh.length;
      found.already += already;
      found.different += different.length;
      return saveProgress(tx, upload, doneRows);
    });
    if (!wanted) return;
  }
  found.problemRows = new Set(problems.map(({ row }) => row)).size;
  problems.sort((a, b) => a.row - b.row);
  await asUploader(async (tx) => {
    if (await moveOn(tx, upload, ["checking"], "checked", { found, problems }))
      await enqueueUploadLetter(tx, upload, "checked");
  });
});
