// Imports 100,000 rows into a measure, as an upload or by plain SQL, in a process of its own so that its memory can be measured
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { connect } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { guessColumns } from "@/server/imports/columns";
import { findUpload, moveOn, saveUpload } from "@/server/imports/queries";
import { runInWorker } from "@/server/imports/run-in-worker";
import { readForBox } from "@/server/imports/upload-source";
import { findMeasure } from "@/server/measures/queries";
import { findWho } from "@/server/people/queries";

export type ImportTarget = {
  measureId: string;
  systemId: string;
  personId: string;
  file: Uint8Array;
  organisations: { id: string; code: string }[];
};

export type ImportWork = { side: "ours" | "raw"; to: ImportTarget };
export type ImportAnswer = { took: number } | { problem: string };

const url = process.env.DATABASE_URL ?? "";
const database = connect(url, { connections: 4 });
const pool = new pg.Pool({ connectionString: url, max: 1 });

const timeLimit = { timeoutMs: 120_000 };

/** From a file's bytes to saved results, as pages and jobs do it. */
async function importAsApp({ measureId, personId, file }: ImportTarget): Promise<void> {
  const uploadId = await asPerson(database, personId, async (tx) => {
    const [who, measure] = [await findWho(tx, personId), await findMeasure(tx, measureId)];
    const table = await readForBox("file", { file }, { who, measure });
    const id = await saveUpload(tx, who, measure, { ...table, fileName: "bench" });
    const upload = await findUpload(tx, who, measureId, id);
    const columns = guessColumns(table.header, measure, measure.contributors);
    await moveOn(tx, upload, ["read"], "checking", { answers: { columns, as: {} } });
    return id;
  });
  const work = { databaseUrl: url, payload: { personId, measureId, uploadId } };
  await runInWorker("check", work, timeLimit);
  await asPerson(database, personId, async (tx) => {
    const upload = await findUpload(tx, { accounts: [personId] }, measureId, uploadId);
    await moveOn(tx, upload, ["checked"], "saving");
  });
  await runInWorker("save", work, timeLimit);
}

/** The same rows by plain SQL: batched inserts in one transaction, without any check. */
async function importBySql({ measureId, systemId, personId, file, organisations }: ImportTarget): Promise<void> {
  const ids = new Map(organisations.map(({ code, id }) => [code, id]));
  const rows = new TextDecoder().decode(file).trimEnd().split("\n").slice(1);
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (let from = 0; from < rows.length; from += 1_000) {
      const values = rows.slice(from, from + 1_000).flatMap((row) => {
        const [on, code = "", value] = row.split(",");
        return [uuidv7(), systemId, measureId, ids.get(code), on, value, personId];
      });
      const places = Array.from({ length: values.length / 7 }, (_, row) => {
        return `(${Array.from({ length: 7 }, (_, at) => `$${row * 7 + at + 1}`).join(",")})`;
      });
      await client.query(
        `insert into observations (id, system_id, measure_id, organisation_id, period_on, value, logged_by) values ${places.join(",")}`,
        values,
      );
    }
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function work({ side, to }: ImportWork): Promise<ImportAnswer> {
  const began = performance.now();
  await (side === "ours" ? importAsApp(to) : importBySql(to));
  return { took: performance.now() - began };
}

process.on("message", (request: ImportWork) => {
  const send = (answer: ImportAnswer) => process.send?.(answer);
  work(request).then(send, (error: Error) => send({ problem: error.message }));
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
