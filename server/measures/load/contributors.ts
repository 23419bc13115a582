import type { Transaction } from "@/db/client";
import { Refusal } from "@/server/errors";
import { listInWords, pluralise } from "@/server/format";
import { defineMeasure } from "@/server/measures/definition-queries";
import { permissionsEndInWords } from "@/server/measures/permissions-end";
import { listPermitted } from "@/server/measures/permitted-queries";
import { findMeasure, type Measure } from "@/server/measures/queries";
import { refreshWhereUsed } from "@/server/permissions/terms/refresh-queries";
import type { Columns } from "./columns";
import type { CsvRow } from "./csv";
import type { Definition, LoadOptions } from "./options";
import { addContributors, findContributors } from "./queries";
import { LoadRefused } from "./refused";
import { isNamed } from "./rows";

/** Contributor codes in the rows, each with its first period. */
export function codesIn(rows: readonly CsvRow[], columns: Columns): Map<string, string> {
  const codes = new Map<string, string>();
  const { contributor, period } = columns;
  for (const { cells } of contributor ? rows : []) {
    const code = cells[contributor?.from ?? 0] ?? "";
    const on = cells[period.from] ?? "";
    const before = codes.get(code);
    if (code !== "" && /^\d{4}-\d{2}-\d{2}$/.test(on) && (before === undefined || on < before)) codes.set(code, on);
  }
  return codes;
}

type LoadContext = { tx: Transaction; systemId: string; personId: string; say: (sentence: string) => void };

/** Defines the measure, with contributors from the options or else from the file. */
export async function defineFor(
  { tx, systemId, personId, say }: LoadContext,
  definition: Definition,
  codes: Map<string, string>,
  options: LoadOptions,
) {
  const firstOn = [...codes.values()].toSorted()[0] ?? "2000-01-01";
  const named = options.contributors ?? (options.contributor ? [options.contributor] : [...codes.keys()]);
  if (named.length === 0) throw new LoadRefused(["Say who contributes: --contributors <code,code>."]);
  refuseSeveralOf(definition.counting, named.length);
  const wanted = named.map((code) => ({ code, firstOn: codes.get(code) ?? firstOn }));
  const { ids, added } = await findContributors(tx, systemId, wanted, {
    ...{ add: options.addContributors, kind: options.kind },
  });
  const measureId = await defineMeasure(tx, personId, systemId, {
    ...definition,
    contributors: [...new Set(ids)],
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new LoadRefused([...error.sentences, ...Object.values(error.fieldErrors).map((why) => `${why}.`)]);
  });
  sayAdded(added, say);
  say(`Defined the measure "${definition.name}" with ${pluralise(ids.length, "contributor")}: ${listInWords(named)}.`);
  return findMeasure(tx, measureId, { lock: true });
}

/** Adds the file's organisations as contributors, if --add-contributors is given. */
export async function addMissingContributors(
  { tx, systemId, personId, say }: LoadContext,
  measure: Measure,
  codes: Map<string, string>,
  options: LoadOptions,
) {
  const wanted = [...codes]
    .filter(([code]) => !measure.contributors.some((contributor) => isNamed(contributor, code)))
    .map(([code, firstOn]) => ({ code, firstOn }));
  if (wanted.length === 0 || !options.addContributors) return measure;
  refuseSeveralOf(measure.counting, measure.contributors.length + wanted.length);
  const { ids, added } = await findContributors(tx, systemId, wanted, { add: true, kind: options.kind });
  await addContributors(
    tx,
    measure,
    ids.map((id, at) => ({ id, fromOn: wanted[at]?.firstOn ?? measure.today })),
  );
  const permitted = await listPermitted(tx, measure.id);
  const refreshed = new Set(await refreshWhereUsed(tx, measure, personId));
  sayAdded(added, say);
  const ended = permissionsEndInWords(permitted.filter(({ id }) => refreshed.has(id)));
  if (ended) say(ended);
  say(`From their first period on, ${listInWords(wanted.map(({ code }) => code))} contribute too.`);
  return findMeasure(tx, measure.id);
}

function refuseSeveralOf(counting: Measure["counting"], contributors: number): void {
  if (counting !== "value" || contributors < 2) return;
  throw new LoadRefused([
    `A measure counted as a value has 1 contributor, and these are ${contributors}: values of several cannot be put together.`,
  ]);
}

function sayAdded(added: string[], say: (sentence: string) => void): void {
  if (added.length > 0) say(`Added by their codes: ${listInWords(added)}. Give them names under Administration.`);
}
