import type { connect, Transaction } from "@/db/client";
import { asOwner } from "@/db/tenant-transaction";
import { inOneSentence } from "@/server/charts/analyse";
import { listInWords, pluralise } from "@/server/format";
import { appendToJournal, type NewAct, type NewEntry } from "@/server/journal/queries";
import { checkStopRules } from "@/server/measures/observations/check-stop-rules";
import { findFullSeries, listWatchingRules, saveObservations } from "@/server/measures/observations/queries";
import type { Measure } from "@/server/measures/queries";
import { asideInWords, type Columns, chooseColumns } from "./columns";
import { compared } from "./compared";
import { codesIn, defineFor, letContribute } from "./contributors";
import { type Csv, readCsv } from "./csv";
import type { LoadOptions } from "./options";
import { allowStatementTime, findLoader, findMeasureToLoad, findSystem } from "./queries";
import { LoadRefused, problemsInWords } from "./refused";
import { nothingLoaded, nothingNew, readInWords, spanOf, whatWasLoaded } from "./report";
import { isNamed, readParts } from "./rows";

type Loading = {
  csv: Csv;
  fileName: string;
  options: LoadOptions;
  system: { id: string; name: string };
  personId: string;
};

/**
 * Loads the results of a CSV for one measure: all of them or, unless told otherwise, none.
 * What is there already is left as it is, so the same file twice adds nothing.
 * @returns sentences that say what was done
 * @throws {LoadRefused} with what is wrong, row by row; then nothing was kept
 */
export async function loadFile(
  database: ReturnType<typeof connect>,
  { text, fileName }: { text: string; fileName: string },
  options: LoadOptions,
): Promise<string[]> {
  const csv = readCsv(text);
  const system = await findSystem(database, options.system);
  const personId = await findLoader(database, system.id, options.as);
  return asOwner(database, personId, (tx) => load(tx, { csv, fileName, options, system, personId }));
}

async function load(tx: Transaction, loading: Loading): Promise<string[]> {
  const { csv, options, system, personId } = loading;
  const said: string[] = [];
  const to = { tx, systemId: system.id, personId, say: (sentence: string) => said.push(sentence) };
  await allowStatementTime(tx);
  const there = await findMeasureToLoad(tx, system.id, options.measure);
  const shape = there ?? options.define;
  if (!shape) {
    throw new LoadRefused([
      `There is no measure "${options.measure}" in ${system.name}. Check the name, or define it here: --define (see --help).`,
    ]);
  }
  const columns = columnsFor(csv, shape, options, there?.contributors.length === 1);
  const codes = codesIn(csv.rows, columns);
  const measure = there
    ? await letContribute(to, there, codes, options)
    : await defineFor(to, shape as NonNullable<LoadOptions["define"]>, codes, options);
  const entries: Told[] = there ? [] : [{ act: `defined the measure "${measure.name}"`, personId }];

  const { parts, problems } = readFileFor(csv, columns, measure, options);
  const { fresh, corrected, already, different } = await compared(tx, measure, parts, options);
  const wrong = [...problems, ...different];
  if (wrong.length > 0 && !options.goodRows) throw nothingLoaded(wrong, fresh.length + corrected.length + already);

  const before = await findFullSeries(tx, measure);
  await saveObservations(tx, measure, personId, [...fresh, ...corrected]);
  const after = await findFullSeries(tx, measure);
  const ofRules: NewEntry[] = [];
  const tellOfRule = (experimentId: string, act: NewAct) =>
    ofRules.push({ systemId: system.id, experimentId, personId: null, ...act });
  const rules = await listWatchingRules(tx, measure.id);
  const met = await checkStopRules(tx, measure, rules, { before, after }, { tellOfRule });

  const added = fresh.length + corrected.length;
  if (added > 0) entries.push({ act: whatWasLoaded([...fresh, ...corrected], measure, loading.fileName), personId });
  const journal = [...entries.flatMap((entry) => ofEachExperiment(measure, entry)), ...ofRules];
  if (journal.length > 0) await appendToJournal(tx, system.id, journal);

  to.say(readInWords(columns));
  said.push(...csv.noticed);
  said.push(...asideInWords(columns.aside));
  if (fresh.length > 0)
    to.say(`Loaded ${pluralise(fresh.length, "result")} of "${measure.name}"${spanOf(fresh, measure)}.`);
  if (corrected.length > 0)
    to.say(`Corrected ${pluralise(corrected.length, "result")}; the earlier ones stay readable.`);
  if (already > 0) {
    to.say(
      added > 0
        ? `${pluralise(already, "result")} of the file ${already === 1 ? "was" : "were"} there already.`
        : nothingNew(already),
    );
  }
  if (wrong.length > 0)
    said.push(`Left out ${pluralise(new Set(wrong.map(({ row }) => row)).size, "row")}:`, ...problemsInWords(wrong));
  for (const rule of met) {
    to.say(
      rule.kind === "safety"
        ? `A stop rule was met: "${rule.title}" is paused.`
        : `A talk rule of "${rule.title}" was met.`,
    );
  }
  to.say(`The system's chart says: ${inOneSentence(measure, after)}`);
  return said;
}

function columnsFor(
  csv: Csv,
  shape: Pick<Measure, "counting" | "direction">,
  options: LoadOptions,
  one: boolean,
): Columns {
  const columns = chooseColumns(csv.header, shape, options.columns, {
    oneContributor: one || options.contributor !== undefined,
  });
  if (options.contributor === undefined || options.columns.contributor !== undefined) return columns;
  // The person said of whom all rows are: a column that says it too is not read
  const unread = columns.contributor ? [columns.contributor.words] : [];
  return { ...columns, contributor: null, aside: [...columns.aside, ...unread] };
}

function readFileFor(csv: Csv, columns: Columns, measure: Measure, { contributor }: LoadOptions) {
  const only = contributor ? measure.contributors.filter((one) => isNamed(one, contributor)) : measure.contributors;
  if (contributor && only.length !== 1) {
    throw new LoadRefused([
      `"${contributor}" does not contribute to "${measure.name}". Those who do: ${listInWords(measure.contributors.map((one) => one.odsCode ?? one.shortName))}.`,
    ]);
  }
  const broken = new Set(csv.problems.map(({ row }) => row));
  const rows = csv.rows.filter(({ row }) => !broken.has(row));
  const read = readParts(rows, columns, { ...measure, contributors: only });
  return { parts: read.parts, problems: [...csv.problems, ...read.problems] };
}

type Told = { act: string; personId: string };
/** The journal's entry for each experiment that uses the measure, or for the system when none does. */
function ofEachExperiment({ systemId, teams, id: measureId }: Measure, { act, personId }: Told): NewEntry[] {
  const experimentIds = teams.length > 0 ? teams.map((team) => team.experimentId) : [null];
  return experimentIds.map((experimentId) => ({ systemId, experimentId, personId, act, details: { measureId } }));
}
