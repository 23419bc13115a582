import { Refusal } from "@/server/errors";
import { askFor } from "@/server/jobs/queries";
import { asideInWords } from "@/server/measures/load/columns";
import type { Csv } from "@/server/measures/load/csv";
import { LoadRefused } from "@/server/measures/load/refused";
import { onMeasure } from "@/server/measures/procedure";
import { mayLogFor } from "@/server/measures/reach";
import type { Who } from "@/server/policy";
import { router } from "@/server/trpc";
import { allOf, asColumns, guessColumns, problemsWithColumns } from "./columns";
import { readChosenFile, readPasted } from "./file";
import {
  answersInput,
  chooseFileInput,
  columnsInput,
  pasteInput,
  readAnswers,
  saveInput,
  versioned,
  whyReplaced,
} from "./input";
import { inBatches } from "./kept-rows";
import { changeUpload, changeUploads, onUpload } from "./procedure";
import { findLines, findProblems, keepUpload, listUnfinished, moveOn, type Upload } from "./queries";
import { questionsOf } from "./questions";
import { rowsToDo } from "./to-do";

/** A file that cannot be read is told beside the box it came from; what was chosen or pasted is still there. */
async function refusedBeside<Result>(box: string, read: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof LoadRefused)) throw error;
    throw new Refusal([], { [box]: error.sentences.join(" ") });
  }
}

const movedMeanwhile = () =>
  new Refusal(["This upload has moved on, perhaps in another window. Load the page again to see where it is."]);

export const importsRouter = router({
  /** What somebody may bring in for a measure, and what they began and left. */
  start: onMeasure.query(async ({ ctx: { db, who, measure } }) => ({
    mayLog: mayLogFor(who, measure).length > 0,
    unfinished: (await listUnfinished(db, who, measure.id)).map(({ id, fileName, state, uploadedAt }) => ({
      ...{ id, fileName, state, uploadedAt },
    })),
  })),

  /** Where an upload is: the first rows, which column is what, what has to be asked, what was found. */
  find: onUpload.query(async ({ ctx: { db, who, measure, upload } }) => {
    const { answers, header, noticed } = upload;
    const choices = measure.contributors.filter((one) => mayLogFor(who, measure).includes(one.organisationId));
    const waits = upload.state === "read";
    const lines = waits ? await findLines(db, upload.id) : "";
    const columns = answers?.columns ?? guessColumns(header, measure, choices);
    const chosen = Object.keys(problemsWithColumns(columns, header, measure)).length === 0;
    const read = chosen ? asColumns(columns, header, measure).columns : null;
    const problems = await findProblems(db, upload.id);
    return {
      ...upload,
      toDo: rowsToDo(upload),
      columns,
      chosen,
      noticed: [...noticed.sentences, ...asideInWords(read?.aside ?? [])],
      wholes: choices.map(({ organisationId, name }) => ({
        value: allOf(organisationId),
        label: `All rows are of ${name}`,
      })),
      preview: inBatches(lines, 5).next().value ?? [],
      questions: read && waits ? questionsOf(inBatches(lines), read, measure) : [],
      problems: problems.slice(0, 20),
      problemCount: problems.length,
    };
  }),

  /** How far the work has come: what a page asks while somebody waits. */
  progress: onUpload.query(({ ctx: { upload } }) => ({
    ...{ state: upload.state, doneRows: upload.doneRows, toDo: rowsToDo(upload) },
  })),

  /** Every problem, for the file of problems. */
  problems: onUpload.query(async ({ ctx: { db, upload } }) => ({
    ...{ fileName: upload.fileName, problems: await findProblems(db, upload.id) },
  })),

  paste: changeUploads
    .meta({ may: "importObservations" })
    .input(pasteInput)
    .mutation(async ({ ctx, input: { pasted } }) => {
      const csv = await refusedBeside("pasted", () => readPasted(pasted));
      return { uploadId: await keepUpload(ctx.db, ctx.who, ctx.measure, asUpload(csv, "pasted rows")) };
    }),

  chooseFile: changeUploads
    .meta({ may: "importObservations" })
    .input(chooseFileInput)
    .mutation(async ({ ctx, input: { file, fileName } }) => {
      const csv = await refusedBeside("file", () => readChosenFile(Buffer.from(file, "base64")));
      return { uploadId: await keepUpload(ctx.db, ctx.who, ctx.measure, asUpload(csv, fileName)) };
    }),

  chooseColumns: changeUpload
    .meta({ may: "importObservations" })
    .input(versioned)
    .input(columnsInput)
    .mutation(async ({ ctx: { db, who, measure, upload }, input }) => {
      const columns = columnsInput.parse(input);
      const { only } = asColumns(columns, upload.header, measure);
      if (only && !mayLogFor(who, measure).includes(only)) {
        throw new Refusal([], {
          contributor: "Choose an organisation that you work for, or that works with your team",
        });
      }
      const moved = await moveOn(db, { ...upload, version: input.version }, ["read", "checked"], "read", {
        ...{ answers: { columns, as: null }, found: null, problems: [], doneRows: 0 },
      });
      if (!moved) throw movedMeanwhile();
      return {};
    }),

  check: changeUpload
    .meta({ may: "importObservations" })
    .input(versioned)
    .input(answersInput)
    .mutation(async ({ ctx: { db, who, measure, upload }, input }) => {
      const choices = measure.contributors.filter((one) => mayLogFor(who, measure).includes(one.organisationId));
      const columns = upload.answers?.columns ?? guessColumns(upload.header, measure, choices);
      const read = asColumns(columns, upload.header, measure);
      const questions = questionsOf(inBatches(await findLines(db, upload.id)), read.columns, measure);
      const { as, missing } = readAnswers(input, questions);
      if (Object.keys(missing).length > 0) throw new Refusal([], missing);
      const change = { answers: { columns, as }, doneRows: 0 };
      const moved = await moveOn(db, { ...upload, version: input.version }, ["read"], "checking", change);
      if (!moved) throw movedMeanwhile();
      await askFor(db, job("check an upload", upload, who));
      return {};
    }),

  save: changeUpload
    .meta({ may: "importObservations" })
    .input(versioned)
    .input(saveInput)
    .mutation(async ({ ctx: { db, who, upload }, input: { different, reason, version } }) => {
      const correct = different === "replace" ? whyReplaced.safeParse(reason) : null;
      if (correct?.success === false) throw new Refusal([], { reason: correct.error.issues[0]?.message ?? "Say why" });
      const change = { correct: correct?.data ?? null, doneRows: 0 };
      if (!(await moveOn(db, { ...upload, version }, ["checked"], "saving", change))) throw movedMeanwhile();
      await askFor(db, job("save an upload", upload, who));
      return {};
    }),

  /** Until the rows are saved, whoever uploaded them can call it off: nothing is kept. */
  callOff: changeUpload.meta({ may: "importObservations" }).mutation(async ({ ctx: { db, upload } }) => {
    const moved = await moveOn(db, upload, ["read", "checking", "checked", "saving"], "called off");
    if (!moved) throw movedMeanwhile();
    return {};
  }),
});

const asUpload = ({ header, rows, problems, noticed }: Csv, fileName: string) => ({
  ...{ fileName: fileName || "a file", header, rows, rowCount: rows.length, answers: null },
  noticed: { sentences: noticed, problems },
});

/** Each step of an upload at each version is asked for once. */
const job = (kind: "check an upload" | "save an upload", upload: Upload, who: Who) => ({
  kind,
  key: `${kind} ${upload.id} ${upload.version}`,
  payload: { personId: who.id, measureId: upload.measureId, uploadId: upload.id },
});
