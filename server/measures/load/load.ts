import type { connect, Transaction } from "@/db/client";
import { asOwner } from "@/db/tenant-transaction";
import { inOneSentence } from "@/server/charts/analyse";
import { listInWords, pluralise } from "@/server/format";
import { appendToJournal, type NewAct, type NewEntry } from "@/server/journal/queries";
import { definedMeasure } from "@/server/measures/journal-sentences";
import { checkStopRules } from "@/server/measures/observations/check-stop-rules";
import { findFullSeries, listWatchingRules, saveObservations } from "@/server/measures/observations/queries";
import { findWatchedSeries } from "@/server/measures/observations/watched-series";
import type { Measure } from "@/server/measures/queries";
import type { Sentence } from "@/server/typed-words";
import { asideInWords, type Columns, chooseColumns } from "./columns";
import { compareWithStored } from "./compare-with-stored";
import { addMissingContributors, codesIn, defineFor } from "./contributors";
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
 * Loads the results of a CSV for one measure, all or none, except with --good-rows.
 * Results already stored are left unchanged, so loading the same file twice adds nothing.
 * @returns sentences about what was done
 * @throws {LoadRefused} with the problems of each row; then nothing was saved
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
  const sentences: string[] = [];
  const context = { tx, systemId: system.id, personId, say: (sentence: string) => sentences.push(sentence) };
  await allowStatementTime(tx);
  const existing = await findMeasureToLoad(tx, system.id, options.measure);
  const shape = existing ?? options.define;
  if (!shape) {
    throw new LoadRefused([
      `There is no measure "${options.measure}" in ${system.name}. Check the name, or define it here: --define (see --help).`,
    ]);
  }
  const columns = columnsFor(csv, shape, options, existing?.contributors.length === 1);
  const codes = codesIn(csv.rows, columns);
  const measure = existing
    ? await addMissingContributors(context, existing, codes, options)
    : await defineFor(context, shape as NonNullable<LoadOptions["define"]>, codes, options);
  const entries: PersonAct[] = existing ? [] : [{ act: definedMeasure(measure.name), personId }];

  const { parts, problems } = readFileFor(csv, columns, measure, options);
  const { fresh, corrected, already, different } = await compareWithStored(tx, measure, parts, options);
  const rejected = [...problems, ...different];
  if (rejected.length > 0 && !options.goodRows)
    throw nothingLoaded(rejected, fresh.length + corrected.length + already);

  const rules = await listWatchingRules(tx, measure.id);
  const before = await findWatchedSeries(tx, measure, rules);
  await saveObservations(tx, measure, personId, [...fresh, ...corrected]);
  const after = await findWatchedSeries(tx, measure, rules);
  const ofRules: NewEntry[] = [];
  const journalInExperiment = (experimentId: string, act: NewAct) =>
    ofRules.push({ systemId: system.id, experimentId, personId: null, ...act });
  const met = await checkStopRules(tx, measure, rules, { before, after }, { journalInExperiment });

  const added = fresh.length + corrected.length;
  if (added > 0) entries.push({ act: whatWasLoaded([...fresh, ...corrected], measure, loading.fileName), personId });
  const journal = [...entries.flatMap((entry) => ofEachExperiment(measure, entry)), ...ofRules];
  if (journal.length > 0) await appendToJournal(tx, system.id, journal);

  context.say(readInWords(columns));
  sentences.push(...csv.noticed);
  sentences.push(...asideInWords(columns.aside));
  if (fresh.length > 0)
    context.say(`Loaded ${pluralise(fresh.length, "result")} of "${measure.name}"${spanOf(fresh, measure)}.`);
  if (corrected.length > 0)
    context.say(`Corrected ${pluralise(corrected.length, "result")}; the earlier ones stay readable.`);
  if (already > 0) {
    context.say(
      added > 0
        ? `${pluralise(already, "result")} of the file ${already === 1 ? "was" : "were"} there already.`
        : nothingNew(already),
    );
  }
  if (rejected.length > 0)
    sentences.push(
      `Left out ${pluralise(new Set(rejected.map(({ row }) => row)).size, "row")}:`,
      ...problemsInWords(rejected),
    );
  for (const rule of met) {
    context.say(
      rule.kind === "safety"
        ? `A stop rule was met: "${rule.title}" is paused.`
        : `A talk rule of "${rule.title}" was met.`,
    );
  }
  context.say(`The system's chart says: ${inOneSentence(measure, await findFullSeries(tx, measure))}`);
  return sentences;
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
  // With --contributor, a contributor column is not read
  const unread = columns.contributor ? [columns.contributor.words] : [];
  return { ...columns, contributor: null, aside: [...columns.aside, ...unread] };
}

function readFileFor(csv: Csv, columns: Columns, measure: Measure, { contributor }: LoadOptions) {
  const only = contributor ? measure.contributors.filter((each) => isNamed(each, contributor)) : measure.contributors;
  if (contributor && only.length !== 1) {
    throw new LoadRefused([
      `"${contributor}" does not contribute to "${measure.name}". Those who do: ${listInWords(measure.contributors.map(({ odsCode, shortName }) => odsCode ?? shortName))}.`,
    ]);
  }
  const broken = new Set(csv.problems.map(({ row }) => row));
  const rows = csv.rows.filter(({ row }) => !broken.has(row));
  const read = readParts(rows, columns, { ...measure, contributors: only });
  return { parts: read.parts, problems: [...csv.problems, ...read.problems] };
}

type PersonAct = { act: Sentence; personId: string };
/** One journal entry for each experiment that uses the measure, or one for the system when none does. */
function ofEachExperiment({ systemId, teams, id: measureId }: Measure, { act, personId }: PersonAct): NewEntry[] {
  const experimentIds = teams.length > 0 ? teams.map((team) => team.experimentId) : [null];
  return experimentIds.map((experimentId) => ({ systemId, experimentId, personId, act, details: { measureId } }));
}
