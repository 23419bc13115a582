import { expect, test } from "vitest";
import { administrators, journal, organisations } from "@/db/schema";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { moreThanItsWhole } from "@/server/measures/part";
import { anIdea, key, registerWithRisk, testSystem } from "@/server/testing";
import { otherWidth } from "./csv";
import { loadFile } from "./load";
import { notANumber } from "./number-cells";
import { type LoadOptions, readOptions } from "./options";

const world = testSystem();
const byHand = (line: string): LoadOptions => {
  const options = readOptions([
    "--file",
    "results.csv",
    ...(line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', "")),
  ]);
  if (options === "help") throw new Error("unexpected --help");
  return options;
};
const loading = (line: string, ...rows: string[]) =>
  loadFile(world.db, { text: rows.join("\n"), fileName: "results.csv" }, byHand(line));

let systems = 0;
/** A new system with 2 organisations, a person who works there, and a measure to which both contribute. */
async function twoContributors() {
  systems += 1;
  const name = `System ${systems}`;
  const systemId = await world.system(name);
  const codes = [`A${systems}H`, `B${systems}C`] as const;
  const hospital = await world.organisation(systemId, codes[0]);
  const community = await world.organisation(systemId, codes[1]);
  const wren = await world.person("Wren", { systemId, organisationId: hospital });
  await world.db.insert(administrators).values({ personId: wren.id, systemId });
  const measure = `Seen late ${systems}`;
  const { measureId } = await wren.api.measures.define({
    ...{ name: measure, operationalDefinition: "Those who waited 4 hours or more", counting: "percentage" },
    ...{ direction: "down", rhythm: "month", decimals: 1, systemId, contributors: [hospital, community], key: key() },
  });
  const to = `--system "${name}" --measure "${measure}"`;
  return { systemId, name, hospital, community, codes, wren, measureId, measure, to };
}
const header = "period,org_code,breaches,attendances";

test("a file is loaded whole, the same again adds nothing, and the journal says so", async () => {
  const { systemId, codes, measureId, to, wren, measure } = await twoContributors();
  const rows = ["2026-01-01", "2026-02-01"].flatMap((on, at) => codes.map((code) => `${on},${code},${10 + at},100`));
  const sentences = await loading(to, header, ...rows);
  expect(sentences).toEqual([
    'Read "period" as period, "org_code" as contributor, "breaches" as numerator and "attendances" as denominator.',
    `Loaded 4 results of "${measure}", January 2026 to February 2026.`,
    "The system's chart says: Too early to tell: 11% in February 2026.",
  ]);
  const points = await wren.api.measures.series({ measureId });
  expect(points.map((point) => point.value)).toEqual([10, 11]);
  expect(await loading(to, header, ...rows)).toContain("Nothing new: all 4 results were there already.");
  const more = await loading(to, header, ...rows, `2026-03-01,${codes[0]},1,100`);
  expect(more).toEqual(
    expect.arrayContaining([expect.stringContaining("Loaded 1 result"), "4 results of the file were there already."]),
  );

  const acts = (await world.db.select().from(journal))
    .filter((entry) => entry.systemId === systemId)
    .map((entry) => entry.act);
  expect(acts).toEqual([
    `defined the measure ${measure}`,
    `loaded 4 results of ${measure}, January 2026 to February 2026, from the file results.csv`,
    `loaded 1 result of ${measure}, March 2026, from the file results.csv`,
  ]);
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
});

test("one bad row keeps all out, until the good rows are asked for", async () => {
  const { codes, measureId, to, wren } = await twoContributors();
  const good = codes.map((code) => `2026-01-01,${code},10,100`);
  const bad = [
    `2026-02-01,${codes[0]},ten,100`,
    `2026-02-01,${codes[1]},101,100`,
    "2026-02-01,RZZ,1,2",
    "2026-02-01,1",
  ];
  const refused = await loading(to, header, ...good, ...bad).catch((error) => error);
  expect(refused.sentences).toEqual([
    `Row 4, column "breaches": ${notANumber("ten")}`,
    `Row 5, column "breaches": ${moreThanItsWhole(100)}.`,
    `Row 6, column "org_code": "RZZ" does not contribute to this measure. Those who do: ${codes.join(" and ")}.`,
    `Row 7: ${otherWidth(2, 4)}`,
    "Nothing was loaded: 4 rows cannot be read. To load the 2 good rows and leave the others out: --good-rows.",
  ]);
  expect(await wren.api.measures.series({ measureId })).toEqual([]);
  const sentences = await loading(`${to} --good-rows`, header, ...good, ...bad);
  expect(sentences).toContain("Left out 4 rows:");
  expect((await wren.api.measures.series({ measureId })).map((point) => point.value)).toEqual([10]);
});

test("143 planted faults among 3,000 rows are each named, and the others load", async () => {
  const { codes, to, wren, measureId } = await twoContributors();
  const days = await daily(wren, measureId);
  const faults = ["x,C,1,2", "D,RZZ,1,2", "D,C,x,2", "D,C,3,2", "D,C,1,", "D,C,<5,9", "D,C,1"];
  const rows = days.map((on, at) => {
    const fault = at % 21 === 3 ? faults[at % faults.length] : "D,C,1,2";
    return (fault ?? "").replace("D", on).replace("C", codes[0]);
  });
  const planted = rows.flatMap((row, at) => (/,1,2$/.test(row) && !/x|RZZ/.test(row) ? [] : [at + 2]));
  expect(planted).toHaveLength(143);
  const refused = await loading(to.replace("Seen late", "Each day"), header, ...rows).catch((error) => error);
  expect(refused.sentences.slice(0, 20).map((line: string) => Number(line.match(/^Row (\d+)/)?.[1]))).toEqual(
    planted.slice(0, 20),
  );
  expect(refused.sentences.at(-1)).toContain("143 rows cannot be read. To load the 2,857 good rows");
  const sentences = await loading(`${to.replace("Seen late", "Each day")} --good-rows`, header, ...rows);
  expect(sentences.find((line) => line.startsWith("Loaded"))).toContain("Loaded 2,857 results");

  async function daily({ api }: typeof wren, like: string) {
    const { systemId, contributors, name } = await api.measures.find({ measureId: like });
    await api.measures.define({
      ...{ name: name.replace("Seen late", "Each day"), operationalDefinition: "Each day", counting: "percentage" },
      ...{
        direction: "down",
        rhythm: "day",
        systemId,
        contributors: [contributors[0]?.organisationId ?? ""],
        key: key(),
      },
    });
    return Array.from({ length: 3_000 }, (_, at) => new Date(Date.UTC(2018, 0, 1 + at)).toISOString().slice(0, 10));
  }
});

test("a figure that differs from the one kept is named, and replaced only with a reason", async () => {
  const { codes, hospital, to, wren, measureId } = await twoContributors();
  await loading(to, header, `2026-01-01,${codes[0]},10,100`);
  const other = `2026-01-01,${codes[0]},12,100`;
  await expect(loading(to, header, other)).rejects.toThrow(
    'Row 2: There is 10 of 100 already, and the file says 12 of 100. To replace it: --correct "<why>".',
  );
  await loading(`${to} --correct "Counted again"`, header, other);
  const stored = await wren.api.measures.ownPart({ measureId, organisationId: hospital });
  expect(stored.map(({ revision, numerator, reason }) => [revision, numerator, reason])).toEqual([
    [2, 12, "Counted again"],
    [1, 10, null],
  ]);
});

test("loading meets a stop rule as logging does: the experiment is paused once", async () => {
  const { systemId, codes, hospital, measureId, to, wren } = await twoContributors();
  const inJanuary = (person: typeof wren) => ({ ...person, api: person.at("2026-01-10T09:00:00Z") });
  const lead = inJanuary(wren);
  const leader = inJanuary(await world.person("Leader", { systemId, organisationId: hospital, role: "leader" }));
  const experimentId = await registerWithRisk(lead, { systemId, organisationId: hospital });
  await lead.api.measures.chooseForExperiment({ experimentId, measureId, role: "balancing", key: key() });
  const rule = { kind: "safety" as const, words: "15% or more", metWhen: "at or above" as const, threshold: 15 };
  await lead.api.dips.setStopRule({ ...rule, experimentId, measureId, periodsRunning: 1, key: key() });
  const dates = { fromOn: "2026-01-10", endsOn: "2026-06-30" };
  const { requestId } = await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.api.permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, organisationId: hospital, answer: "yes" as const, inWords: "", termsHash };
  await leader.api.permissions.answer({ ...yes, key: key() });
  await lead.api.experiments.start({ experimentId, key: key() });
  const rows = ["2025-11-01,40", "2026-01-01,20", "2026-02-01,30"].flatMap((row) => {
    const [on, late] = row.split(",");
    return codes.map((code) => `${on},${code},${late},100`);
  });
  const sentences = await loading(to, header, ...rows);
  expect(sentences).toContain(`A stop rule was met: "${anIdea.title}" is paused.`);
  const { turns } = await wren.api.measures.results({ experimentId });
  expect(turns.map((turn) => turn.turn)).toEqual(["started", "paused"]);
  const acts = (await wren.api.journal.list({ experimentId })).map((entry) => [entry.by, entry.act]);
  expect(acts[0]).toEqual([
    null,
    expect.stringMatching(/because a stop rule was met: .+: 15% or more, in any month\. It was /),
  ]);
  expect(acts[1]).toEqual(["Wren", expect.stringContaining("loaded 6 results")]);
});

test("a measure is defined with its contributors; those the system lacks are named, or added when it is said", async () => {
  const { name, codes, measure } = await twoContributors();
  const rows = codes.map((code) => `2026-01-01,${code},3`);
  const define = `--system "${name}" --measure "Beds ${measure}" --define --definition "Beds at midnight" --counting count --unit beds --direction down --rhythm month`;
  await expect(loading(`--system "${name}" --measure "Beds ${measure}"`, "period,org,value", ...rows)).rejects.toThrow(
    "or define it here: --define",
  );
  const newcomer = `N${systems}X`;
  const withNewcomer = [...rows, `2026-01-01,${newcomer},4`];
  await expect(loading(define, "period,org,value", ...withNewcomer)).rejects.toThrow(
    `${newcomer} is not an organisation of this system. Add it under Administration, or here: --add-contributors`,
  );
  await expect(loading(`${define} --add-contributors`, "period,org,value", ...withNewcomer)).rejects.toThrow("--kind");
  const unchanged = await world.db.select().from(organisations);
  expect(unchanged.filter((organisation) => organisation.shortName === newcomer)).toEqual([]);
  const sentences = await loading(`${define} --add-contributors --kind acute`, "period,org,value", ...withNewcomer);
  expect(sentences).toContain(`Added by their codes: ${newcomer}. Give them names under Administration.`);
  expect(sentences).toContain(
    `Defined the measure "Beds ${measure}" with 3 contributors: ${[...codes, newcomer].join(", ").replace(/, (\w+)$/, " and $1")}.`,
  );
  expect(sentences.at(-1)).toContain("10 beds in January 2026");
  // The same command again: measure and results exist already.
  const again = await loading(`${define} --add-contributors --kind acute`, "period,org,value", ...withNewcomer);
  expect(again).toContain("Nothing new: all 3 results were there already.");
  const value = define.replace("count --unit", "value --unit").replace("Beds Seen", "Wait Seen");
  await expect(loading(value, "period,org,value", ...rows)).rejects.toThrow("a value has 1 contributor");
});

test("an organisation that joins later is waited for from its first period on", async () => {
  const { codes, to, wren, measureId } = await twoContributors();
  await loading(to, header, ...codes.map((code) => `2026-01-01,${code},10,100`));
  const joined = `J${systems}N`;
  const february = [...codes, joined].map((code) => `2026-02-01,${code},10,100`);
  await expect(loading(to, header, ...february)).rejects.toThrow(`"${joined}" does not contribute to this measure`);
  await loading(`${to} --add-contributors --kind community`, header, ...february);
  const points = await wren.api.measures.series({ measureId });
  expect(points.map((point) => [point.contributed, point.expected])).toEqual([
    [2, 2],
    [3, 3],
  ]);
});

test("a wrong system, person or contributor is said plainly", async () => {
  const { codes, to, measure } = await twoContributors();
  const row = `2026-01-01,${codes[0]},1,2`;
  await expect(loading(`--measure "${measure}"`, header, row)).rejects.toThrow("Say which system: --system.");
  await expect(loading(to.replace(/System \d+/, "Nowhere"), header, row)).rejects.toThrow(
    'There is no system "Nowhere"',
  );
  await expect(loading(`${to} --as nobody@larkmoor.example`, header, row)).rejects.toThrow(
    "Nobody with the e-mail address",
  );
  await expect(loading(`${to} --contributor RZZ`, header, row)).rejects.toThrow('"RZZ" does not contribute');
  const sentences = await loading(`${to} --contributor ${codes[1]}`, "period,breaches,attendances", "2026-01-01,1,2");
  expect(sentences[0]).toBe('Read "period" as period, "breaches" as numerator and "attendances" as denominator.');
  const aside = await loading(`${to} --contributor ${codes[1]}`, header, `2026-02-01,${codes[0]},1,2`);
  expect(aside).toContain('Not read: "org_code".');
});
