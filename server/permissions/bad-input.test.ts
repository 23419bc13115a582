import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { NO_RESULTS_YET } from "@/server/dips/dip";
import { Refusal } from "@/server/errors";
import { TOO_FAR_AHEAD } from "@/server/far-dates";
import { nobodyIsNamed } from "@/server/permissions/asking/ask";
import { BEGINS_TODAY_OR_LATER } from "@/server/permissions/asking/period";
import { anIdea, aRisk, key, registerWithRisk, testSystem } from "@/server/testing";
import { DAYS_ARE_OVER } from "@/server/text";

const world = testSystem();
const today = "2027-01-04T09:00:00Z";

/** An experiment with an open request, and everyone who may send bad input. */
async function waiting() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const at = { systemId, organisationId };
  const lead = await world.person("Callum", at);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  const deputy = await world.person("Ruaridh", { ...at, role: "leader" });
  const api = lead.at(today);
  const experimentId = await registerWithRisk({ ...lead, api }, at);
  const { measureId } = await api.measures.defineForExperiment({
    ...{ experimentId, key: key(), role: "balancing" },
    ...{ name: "Seen in 2 hours", unit: "%", direction: "up", decimals: 0 },
    ...{ operationalDefinition: "All calls", rhythm: "week", counting: "percentage", contributors: [organisationId] },
  });
  const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };
  const { requestId } = await api.permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.at(today).permissions.request({ experimentId, requestId });
  const on = () => ({ experimentId, key: key() });
  const ask = (days: object) => api.permissions.ask({ ...dates, ...days, ...on() });
  const answer = (changes: object, by = leader) =>
    by.at(today).permissions.answer({
      ...{ requestId, organisationId, termsHash, answer: "yes", inWords: "" },
      ...changes,
      ...on(),
    });
  const dip = (days: object) =>
    api.dips.expect({ measureId, worstValue: 70, ...dates, carriedBy: [organisationId], ...days, ...on() });
  const edit = (words: object) => api.experiments.edit({ ...anIdea, takingPart: [], version: 1, ...words, ...on() });
  const risk = (words: object) => api.risks.record({ ...aRisk, carriedBy: [organisationId], ...words, ...on() });
  const nameDeputy = (days: object, by = leader, deputyId = deputy.id) =>
    by
      .at(today)
      .organisations.nameDeputy({ ...at, deputyId, fromOn: "2027-01-04", endsOn: "2027-01-31", ...days, key: key() });
  const leaves = (personId: string) =>
    world.db.execute(sql`update memberships set ends_on = '2026-12-31' where person_id = ${personId}`);
  return {
    ...at,
    experimentId,
    requestId,
    lead,
    leader,
    deputy,
    api,
    ask,
    answer,
    dip,
    edit,
    risk,
    nameDeputy,
    leaves,
  };
}
type It = Awaited<ReturnType<typeof waiting>>;

const real = "Enter a real date, such as 27 9 2026.";
const order = "The last day must not be before the first day";
const hidden = "This text has an invisible character, perhaps from a copy and paste. Type the words around it again.";
const tooLong = (limit: string) => `This is longer than ${limit} characters. Shorten it a little.`;
const endless = "Many words. ".repeat(8_400);

const refusals: [what: string, sentence: string, act: (it: It) => Promise<unknown>][] = [
  ["a first day that does not exist", real, (it) => it.ask({ fromOn: "2027-02-29" })],
  ["a last day that does not exist", real, (it) => it.ask({ endsOn: "2027-04-31" })],
  ["a day that is no day", real, (it) => it.ask({ endsOn: "soon" })],
  ["a window in the wrong order", order, (it) => it.ask({ fromOn: "2027-03-01", endsOn: "2027-02-28" })],
  ["a window already over", DAYS_ARE_OVER, (it) => it.ask({ fromOn: "2026-12-01", endsOn: "2027-01-03" })],
  ["a first day that is over", BEGINS_TODAY_OR_LATER, (it) => it.ask({ fromOn: "2027-01-03" })],
  [
    "a permission for ever",
    "A permission lasts at most 12 months. Choose 3 January 2028 or a day before it",
    (it) => it.ask({ endsOn: "9999-12-31" }),
  ],
  [
    "a condition's day that does not exist",
    real,
    (it) => it.answer({ answer: "yes with conditions", endsOn: "2027-02-30" }),
  ],
  [
    "a condition's day that is over",
    "That day is over. Choose a day that is still to come",
    (it) => it.answer({ answer: "yes with conditions", endsOn: "2027-01-03" }),
  ],
  [
    "a condition that is none",
    "Choose a day before 31 March 2027, the one they asked for",
    (it) => it.answer({ answer: "yes with conditions", endsOn: "2027-03-31" }),
  ],
  ["a dip's day that does not exist", real, (it) => it.dip({ endsOn: "2027-02-30" })],
  ["a dip in the wrong order", order, (it) => it.dip({ fromOn: "2027-02-01", endsOn: "2027-01-31" })],
  [
    "a dip already over",
    "These days are over already. Choose a last day from today on",
    (it) => it.dip({ fromOn: "2026-11-02", endsOn: "2026-12-31" }),
  ],
  [
    "a dip shorter than its figure's rhythm",
    "This figure comes once a week. Choose days with at least 1 whole week in them, or nothing can show the dip.",
    (it) => it.dip({ fromOn: "2027-01-05", endsOn: "2027-01-12" }),
  ],
  [
    "an organisation that has closed",
    "OCH Trust has closed or left this system: its last day was 31 December 2026. Change who carries its risks and dips.",
    async (it) => {
      await world.db.execute(
        sql`update system_organisations set ends_on = '2026-12-31' where system_id = ${it.systemId}`,
      );
      const elsewhere = await world.organisation(it.systemId, "QUH");
      await world.db.execute(sql`
        insert into memberships (id, system_id, organisation_id, person_id, role, from_on)
        values (gen_random_uuid(), ${it.systemId}, ${elsewhere}, ${it.lead.id}, 'member', '2020-01-01')`);
      return it.ask({});
    },
  ],
  [
    "leaders who have left",
    nobodyIsNamed("OCH Trust", { name: "Sunniva", on: "2026-12-31" }),
    async (it) => {
      await it.leaves(it.deputy.id);
      await world.db.execute(sql`update memberships set role = 'member' where person_id = ${it.deputy.id}`);
      await it.leaves(it.leader.id);
      return it.ask({});
    },
  ],
  [
    "an answer of a leader who has left",
    "We could not find that. It may have moved, or it may be outside what you can see.",
    async (it) => {
      await it.leaves(it.leader.id);
      return it.answer({});
    },
  ],
  ["a deputy's last day before the first", order, (it) => it.nameDeputy({ endsOn: "2027-01-03" })],
  [
    "a deputy for days that are over",
    "The last day must be today or later",
    (it) => it.nameDeputy({ fromOn: "2026-12-01", endsOn: "2026-12-31" }),
  ],
  ["a deputy for ever", TOO_FAR_AHEAD, (it) => it.nameDeputy({ endsOn: "9999-12-31" })],
  [
    "oneself as deputy",
    "Choose somebody else, who works in your organisation today",
    (it) => it.nameDeputy({}, it.leader, it.leader.id),
  ],
  [
    "a loop of deputies",
    "Sunniva has named you for these days. Choose somebody else",
    async (it) => {
      await it.nameDeputy({});
      await before(it);
      return it.nameDeputy({}, it.deputy, it.leader.id);
    },
  ],
  ["an idea of 100,000 characters", tooLong("2,000"), (it) => it.edit({ changeIdea: endless })],
  ["a harm of 100,000 characters", tooLong("500"), (it) => it.risk({ harm: endless })],
  ["an answer of 100,000 characters", tooLong("2,000"), (it) => it.answer({ inWords: endless })],
  ["a harm with a space that nobody sees", hidden, (it) => it.risk({ harm: "No\u200Bbody is harmed" })],
  ["an answer with a mark that nobody sees", hidden, (it) => it.answer({ inWords: "Y\u2060es" })],
  [
    "a yes that nobody can read as one",
    "Write your question, or your reason. The team will see these words",
    (it) => it.answer({ answer: "question", inWords: "  " }),
  ],
];

/** All data of a system as one text, by experiment; stored again after the changes that a case needs first. */
const dataBefore = new Map<string, string>();
async function before(it: It): Promise<void> {
  dataBefore.set(it.experimentId, await all(it));
}
async function all({ systemId }: It): Promise<string> {
  const tables = [
    "experiments",
    "risks",
    "expected_dips",
    "permission_requests",
    "permission_answers",
    "deputies",
    "journal",
  ];
  const texts: string[] = [];
  for (const table of tables) {
    const rows = await world.db.execute(
      sql`select t::text as row from ${sql.identifier(table)} t where t.system_id = ${systemId} order by 1`,
    );
    texts.push(JSON.stringify(rows.rows));
  }
  return texts.join("\n");
}

/** The sentences of a refusal. */
function sentencesOf(error: unknown): string[] {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof z.ZodError) return cause.issues.map(({ message }) => message);
  if (cause instanceof Refusal) return [...cause.sentences, ...Object.values(cause.fieldErrors)];
  return error instanceof Error ? [error.message] : [];
}

test.each(refusals)("%s is refused, and nothing is changed", async (_, sentence, act) => {
  const it = await waiting();
  await before(it);
  const sentences = await act(it).then(() => ["It was saved"], sentencesOf);
  expect(sentences).toEqual([sentence]);
  expect(await all(it)).toBe(dataBefore.get(it.experimentId));
});

test("a figure without results may dip: that nobody knows how far it goes is said to the team and to the leader", async () => {
  const it = await waiting();
  await it.dip({});
  const { requestId } = await it.ask({});
  const [dip] = await it.leader.at(today).permissions.dips({ experimentId: it.experimentId });
  expect(dip?.outlook.sentences).toEqual([NO_RESULTS_YET]);
  const record = await it.api.permissions.record({ permissionId: requestId });
  expect(record.figures.map(({ knownThen, points }) => ({ knownThen, points }))).toEqual([
    { knownThen: [NO_RESULTS_YET], points: [] },
  ]);
});

test("marks that turn words about are taken out, so that the leader reads what is stored", async () => {
  const it = await waiting();
  await it.edit({ changeIdea: "We ring \u202Eenon\u202C by \u2067all\u2069 11am\u200f", title: "Ring\nback" });
  const { changeIdea, title } = await it.api.experiments.find({ experimentId: it.experimentId });
  expect([changeIdea, title]).toEqual(["We ring enon by all 11am", "Ring back"]);
});

test("joiners stay where a script needs them, and right-to-left words are kept as they are", async () => {
  const it = await waiting();
  await it.edit({ changeIdea: "נתקשר לכולם לפני 11, and 👩‍⚕️ می‌خواهم" });
  expect((await it.api.experiments.find({ experimentId: it.experimentId })).changeIdea).toContain("👩‍⚕️ می‌خواهم");
});
