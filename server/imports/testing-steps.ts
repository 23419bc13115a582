import type { ColumnsInput } from "@/server/imports/input";
import type { JobContext } from "@/server/jobs/job";
import { jobKinds } from "@/server/jobs/kinds";
import { key, type TestPerson } from "@/server/testing";

const noAnswers = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };

type Bringing = { database: JobContext["database"]; person: TestPerson; measureId: string };
type Options = { long?: boolean; answers?: Partial<typeof noAnswers>; columns?: Partial<ColumnsInput> };
type JobControl = Partial<Pick<JobContext, "extendLease" | "isStopping">>;

/**
 * Imports rows or a file and checks them, with the same steps as the pages and the queue.
 * @param long - whether the queue's steps run in a worker process
 */
export async function bringIn(
  { database, person, measureId }: Bringing,
  brought: { pasted: string } | { file: Uint8Array },
  { long = false, answers = {}, columns }: Options = {},
) {
  const { imports } = person.api;
  const { uploadId } =
    "file" in brought
      ? await imports.chooseFile({ measureId, file: Buffer.from(brought.file).toString("base64"), key: key() })
      : await imports.paste({ measureId, ...brought, key: key() });
  const which = { measureId, uploadId };
  const find = () => imports.find(which);
  const step = (kind: "check an upload" | "save an upload", control: JobControl = {}) =>
    jobKinds[kind]?.({
      ...{ database, payload: { personId: person.id, ...which, long } },
      ...{ extendLease: async () => undefined, isStopping: () => false, ...control },
    });
  const of = async () => ({ ...which, version: (await find()).version, key: key() });
  const none = { valueColumn: "", numeratorColumn: "", lessColumn: "", denominatorColumn: "" };
  if (columns)
    await imports.chooseColumns({ ...none, periodColumn: "", contributorColumn: "", ...columns, ...(await of()) });
  await imports.check({ ...noAnswers, ...answers, ...(await of()) });
  await step("check an upload");
  const askToSave = async () => void (await imports.save({ ...(await of()), different: "leave" }));
  return { which, find, step, askToSave };
}
