import { Refusal } from "@/server/errors";
import {
  answersInput,
  chooseFileInput,
  columnsInput,
  pasteInput,
  saveInput,
  versioned,
  whyReplaced,
} from "@/server/imports/input";
import { readAnswers } from "@/server/imports/questions";
import { enqueue } from "@/server/jobs/queries";
import { asideInWords } from "@/server/measures/load/columns";
import { inShort } from "@/server/measures/load/refused";
import { onMeasure } from "@/server/measures/procedure";
import { mayLogFor } from "@/server/measures/reach";
import { router } from "@/server/trpc";
import { allOf, asColumns, guessColumns, isChosen } from "./columns";
import { changeUpload, changeUploads, onUpload } from "./procedure";
import { findFirstLines, findProblems, findSomeProblems, listUnfinished, moveOn, saveUpload } from "./queries";
import { rowsToDo } from "./rows-to-do";
import { inBatches } from "./stored-rows";
import { jobOf } from "./upload-job";
import { choicesFor, questionsFor, readForBox } from "./upload-source";

const movedMeanwhile = () =>
  new Refusal(["This upload has moved on, perhaps in another window. Load the page again to see where it is."]);

export const importsRouter = router({
  /** Whether the person may import for this measure, and their unfinished uploads. */
  start: onMeasure.query(async ({ ctx: { db, who, measure } }) => ({
    mayLog: mayLogFor(who, measure).length > 0,
    unfinished: (await listUnfinished(db, who, measure.id)).map(({ id, fileName, state, uploadedAt }) => ({
      ...{ id, fileName, state, uploadedAt },
    })),
  })),

  /** An upload's state with preview, columns, questions and problems found. */
  find: onUpload.query(async ({ ctx: { db, who, measure, upload } }) => {
    const { answers, header, noticed } = upload;
    const choices = choicesFor(who, measure);
    const isUnchecked = upload.state === "read";
    const columns = answers?.columns ?? guessColumns(header, measure, choices);
    const chosen = isChosen(columns, header, measure);
    const read = chosen ? asColumns(columns, header, measure).columns : null;
    const [first] = isUnchecked ? inBatches(await findFirstLines(db, upload.id), 5) : [];
    const problems = await findSomeProblems(db, upload.id, 20);
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
      preview: (first ?? []).map(({ row, cells }) => ({ row, cells: cells.map(inShort) })),
      questions: chosen && isUnchecked ? (await questionsFor(db, upload, measure, columns)).questions : [],
      problems: problems.some,
      problemCount: problems.count,
      causes: problems.causes,
    };
  }),

  /** Progress, polled by the waiting page. */
  progress: onUpload.query(({ ctx: { upload } }) => ({
    ...{ state: upload.state, doneRows: upload.doneRows, toDo: rowsToDo(upload) },
  })),

  /** Every problem, for download. */
  problems: onUpload.query(async ({ ctx: { db, upload } }) => ({
    ...{ fileName: upload.fileName, problems: await findProblems(db, upload.id) },
  })),

  paste: changeUploads
    .meta({ may: "importObservations" })
    .input(pasteInput)
    .mutation(async ({ ctx, input: { pasted } }) => {
      const table = await readForBox("pasted", { pasted }, ctx);
      return { uploadId: await saveUpload(ctx.db, ctx.who, ctx.measure, { ...table, fileName: "pasted rows" }) };
    }),

  chooseFile: changeUploads
    .meta({ may: "importObservations" })
    .input(chooseFileInput)
    .mutation(async ({ ctx, input: { file, fileName } }) => {
      const table = await readForBox("file", { file: Buffer.from(file, "base64") }, ctx);
      const upload = { ...table, fileName: fileName || "a file" };
      return { uploadId: await saveUpload(ctx.db, ctx.who, ctx.measure, upload) };
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
      const noticed = { ...upload.noticed, questions: await questionsFor(db, upload, measure, columns) };
      const moved = await moveOn(db, { ...upload, version: input.version }, ["read", "checked"], "read", {
        ...{ answers: { columns, as: null }, found: null, problems: [], doneRows: 0, noticed },
      });
      if (!moved) throw movedMeanwhile();
      return {};
    }),

  check: changeUpload
    .meta({ may: "importObservations" })
    .input(versioned)
    .input(answersInput)
    .mutation(async ({ ctx: { db, who, measure, upload }, input }) => {
      const columns = upload.answers?.columns ?? guessColumns(upload.header, measure, choicesFor(who, measure));
      const { questions } = await questionsFor(db, upload, measure, columns);
      const { as, missing } = readAnswers(input, questions);
      if (Object.keys(missing).length > 0) throw new Refusal([], missing);
      const change = { answers: { columns, as }, doneRows: 0 };
      const moved = await moveOn(db, { ...upload, version: input.version }, ["read"], "checking", change);
      if (!moved) throw movedMeanwhile();
      await enqueue(db, jobOf("check an upload", upload, who));
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
      await enqueue(db, jobOf("save an upload", upload, who));
      return {};
    }),

  /** The uploader can call it off until the rows are saved; the uploaded rows are deleted. */
  callOff: changeUpload.meta({ may: "importObservations" }).mutation(async ({ ctx: { db, upload } }) => {
    const moved = await moveOn(db, upload, ["read", "checking", "checked", "saving"], "called off");
    if (!moved) throw movedMeanwhile();
    return {};
  }),
});
