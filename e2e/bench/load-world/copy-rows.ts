import type pg from "pg";
import { type Belonging, type Columns, copiedId, placeOf } from "./columns";

/** Organisations and people of a place, and what they are without any experiment. */
const ofPlaces = [
  "organisations",
  "people",
  "system_organisations",
  "memberships",
  "leader_proposals",
  "leader_decisions",
  "deputies",
  "boards",
  "board_seats",
  "standing_permissions",
  "standing_withdrawals",
  "answering_periods",
];
/** Everything of an experiment but its measures and its journal. */
const ofExperiments = [
  "experiments",
  "experiment_organisations",
  "team_members",
  "risks",
  "risk_carriers",
  "risk_drafts",
  "expected_dips",
  "dip_carriers",
  "stop_rules",
  "terms_versions",
  "terms_edits",
  "permission_requests",
  "permission_drafts",
  "permission_answers",
  "permission_replies",
  "accepted_conditions",
  "permission_withdrawals",
  "permission_endings",
  "standing_uses",
  "standing_withdrawals",
  "experiment_turns",
  "permission_bases",
  "pause_decisions",
  "pause_fixes",
  "conclusions",
  "pdsa_cycles",
  "board_reviews",
  "review_answers",
  "reminders",
  "experiment_stages",
];

/** A standing permission is taken back for whoever starts, or for one experiment: those rows are in both lists. */
const belonging = new Map<string, Belonging>([
  ["systems", "system"],
  ...ofPlaces.map((table) => [table, "place"] as const),
  ...ofExperiments.map((table) => [table, "experiment"] as const),
]);

const numberOf = (table: string) => (belonging.get(table) === "place" ? placeOf : "n");
const sameOrder = (column: string) =>
  `array(select ${copiedId("c", placeOf)} from unnest(t.${column}) with ordinality u(c, at) order by at)`;
const sorted = (column: string) => `array(select ${copiedId("c", placeOf)} from unnest(t.${column}) c order by 1)`;
/** A standing permission of a whole system is not copied: the original goes on to cover the copies. */
const standing = `case when exists (select 1 from standing_permissions s where s.id = t.standing_id and s.organisation_id is null)
  then t.standing_id else ${copiedId("t.standing_id", placeOf)} end`;
/** Titles and names of copies say which they are; lists by date mix copies of ten years. */
const registered = "t.registered_at - make_interval(hours => (n * 7919) % 87600)";
const measureOfCopy = (column: string) => `coalesce((select l.load_id from load_measures l
  where l.measure_id = t.${column} and l.n = g.n), t.${column})`;
const onlyWithMeasures = (column: string) =>
  `case when exists (select 1 from load_measures l where l.n = g.n) then ${column} end`;

/** Columns whose value does not follow from foreign keys. */
const special: Record<string, Record<string, string>> = {
  organisations: { name: `t.name || ', place ' || n`, ods_code: "null" },
  people: { name: `t.name || ' ' || n`, email: `replace(t.email, '@', '.' || n || '@')` },
  boards: { name: `t.name || ', place ' || n` },
  experiments: { title: `t.title || ', copy ' || n`, registered_at: registered, adapted_from_id: "null" },
  experiment_stages: {
    registered_at: registered,
    carrier_ids: sorted("carrier_ids"),
    request_id: copiedId("t.request_id", "n"),
  },
  expected_dips: { measure_id: measureOfCopy("measure_id") },
  stop_rules: {
    measure_id: onlyWithMeasures(measureOfCopy("measure_id")),
    threshold: onlyWithMeasures("t.threshold"),
    met_when: onlyWithMeasures("t.met_when"),
    periods_running: onlyWithMeasures("t.periods_running"),
  },
  risk_drafts: { carried_by: sameOrder("carried_by") },
  reminders: { grant_id: copiedId("t.grant_id", "n") },
  standing_uses: { standing_id: standing },
  standing_withdrawals: { standing_id: standing },
};
const conditionOf = (table: string, of: "place" | "experiment") => {
  if (table === "standing_permissions") return "t.organisation_id is not null";
  if (table === "standing_withdrawals") return `(t.use_id is null) = ${of === "place"}`;
  return "";
};

/** Copies the places, or the experiments, of a system so many times; each table by one statement. */
export async function copyRows(
  client: pg.ClientBase,
  tables: Map<string, Columns>,
  of: "place" | "experiment",
  { systemId, copies }: { systemId: string; copies: number },
): Promise<void> {
  for (const table of of === "place" ? ofPlaces : ofExperiments) {
    const columns = tables.get(table);
    if (!columns) throw new Error(`There is no table ${table}`);
    const values = [...columns].map(
      ([column, target]) => special[table]?.[column] ?? copiedColumn(table, column, target),
    );
    const conditions = [columns.has("system_id") && `t.system_id = '${systemId}'`, conditionOf(table, of)];
    await client.query(`
      insert into ${table} (${[...columns.keys()].join(", ")})
      select ${values.join(", ")} from generate_series(1, ${copies}) g(n) cross join ${table} t
      where ${conditions.filter(Boolean).join(" and ") || "true"}`);
  }
}

function copiedColumn(table: string, column: string, target: string | null): string {
  const own = column === "id" ? table : target;
  return own === null || !belonging.has(own) || own === "systems"
    ? `t.${column}`
    : copiedId(`t.${column}`, numberOf(own));
}
