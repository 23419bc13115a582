import type { Doing } from "@/server/jobs/kinds";
import { kinds } from "@/server/jobs/kinds";
import { key, type TestPerson } from "@/server/testing";

const nothingAsked = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };

type Bringing = { database: Doing["database"]; person: TestPerson; measureId: string };
type Told = Partial<Pick<Doing, "keep" | "isStopping">>;

/**
 * Brings rows or a file in and has them checked, each step as the pages and the queue do it.
 * @param long - whether the queue's steps are done apart; short files are not, and a test may be about them
 */
export async function bringIn(
  { database, person, measureId }: Bringing,
  brought: { pasted: string } | { file: Uint8Array },
  { long = false, answers = {} }: { long?: boolean; answers?: Partial<typeof nothingAsked> } = {},
) {
  const { imports } = person.api;
  const { uploadId } =
    "file" in brought
      ? await imports.chooseFile({ measureId, file: Buffer.from(brought.file).toString("base64"), key: key() })
      : await imports.paste({ measureId, ...brought, key: key() });
  const which = { measureId, uploadId };
  const find = () => imports.find(which);
  const step = (kind: "check an upload" | "save an upload", told: Told = {}) =>
    kinds[kind]?.({
      ...{ database, payload: { personId: person.id, ...which, long } },
      ...{ keep: async () => undefined, isStopping: () => false, ...told },
    });
  const { version } = await find();
  await imports.check({ ...which, version, ...nothingAsked, ...answers, key: key() });
  await step("check an upload");
  const askToSave = async () => {
    await imports.save({ ...which, version: (await find()).version, different: "leave", key: key() });
  };
  return { which, find, step, askToSave };
}
