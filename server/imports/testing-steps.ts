import type { ColumnsInput } from "@/server/imports/input";
import type { JobContext } from "@/server/jobs/job";
import { jobKinds } from "@/server/jobs/kinds";
import { key, type TestPerson } from "@/server/testing";

const nothingAsked = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };

type Bringing = { database: JobContext["database"]; person: TestPerson; measureId: string };
type How = { long?: boolean; answers?: Partial<typeof nothingAsked>; columns?: Partial<ColumnsInput> };
type Told = Partial<Pick<JobContext, "keep" | "isStopping">>;

/**
 * Brings rows or a file in and has them checked, each step as the pages and the queue do it.
 * @param long - whether the queue's steps are done apart; short files are not, and a test may be about them
 */
export async function bringIn(
  { database, person, measureId }: Bringing,
  brought: { pasted: string } | { file: Uint8Array },
  { long = false, answers = {}, columns }: How = {},
) {
  const { imports } = person.api;
  const { uploadId } =
    "file" in brought
      ? await imports.chooseFile({ measureId, file: Buffer.from(brought.file).toString("base64"), key: key() })
      : await imports.paste({ measureId, ...brought, key: key() });
  const which = { measureId, uploadId };
  const find = () => imports.find(which);
  const step = (kind: "check an upload" | "save an upload", told: Told = {}) =>
    jobKinds[kind]?.({
      ...{ database, payload: { personId: person.id, ...which, long } },
      ...{ keep: async () => undefined, isStopping: () => false, ...told },
    });
  const of = async () => ({ ...which, version: (await find()).version, key: key() });
  const none = { valueColumn: "", numeratorColumn: "", lessColumn: "", denominatorColumn: "" };
  if (columns)
    await imports.chooseColumns({ ...none, periodColumn: "", contributorColumn: "", ...columns, ...(await of()) });
  await imports.check({ ...nothingAsked, ...answers, ...(await of()) });
  await step("check an upload");
  const askToSave = async () => void (await imports.save({ ...(await of()), different: "leave" }));
  return { which, find, step, askToSave };
}
