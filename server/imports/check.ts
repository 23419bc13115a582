import { asPerson } from "@/db/door";
import type { Doing } from "@/server/jobs/kinds";
import { compared } from "@/server/measures/load/compared";
import { findMeasure } from "@/server/measures/queries";
import { findWho } from "@/server/people/queries";
import { findRows, findUpload, moveOn, sayProgress } from "./queries";
import { readUpload } from "./reading";
import { stillAtIt, type UploadJob } from "./upload-job";

/** Reads every row of an upload and says what is wrong with it. Nothing is saved, so it may be done again at will. */
export async function checkUpload(doing: Doing): Promise<void> {
  const { personId, measureId, uploadId } = doing.payload as UploadJob;
  const asThem = <Result>(work: Parameters<typeof asPerson<Result>>[2]) => asPerson(doing.database, personId, work);
  const start = await asThem(async (tx) => {
    const who = await findWho(tx, personId);
    const upload = await findUpload(tx, who, measureId, uploadId);
    if (upload.state !== "checking") return null; // done before, or called off
    return { who, upload, measure: await findMeasure(tx, measureId), rows: await findRows(tx, uploadId) };
  });
  if (!start) return;
  const { upload, measure } = start;
  const read = await readUpload(start, async (doneRows) => {
    await stillAtIt(doing);
    return asThem((tx) => sayProgress(tx, upload, doneRows));
  });
  if (!read) return;
  await asThem(async (tx) => {
    const { already, different, fresh } = await compared(tx, measure, read.parts, {});
    const problemRows = new Set(read.problems.map(({ row }) => row)).size;
    const found = { good: fresh.length, problemRows, already, different: different.length };
    await moveOn(tx, upload, ["checking"], "checked", { found, problems: read.problems });
  });
}
