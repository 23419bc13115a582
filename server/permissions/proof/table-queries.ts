import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type * as schema from "@/db/schema";

/** A row as it stands, and when it came to be: its instant in UTC and its id, which sort by age. */
type Dated<Row> = Row & { when: string };
type RowsOf<Name extends keyof typeof schema> = (typeof schema)[Name] extends { $inferSelect: infer Row }
  ? Dated<Row>[]
  : never;

/** Everything that the checker reads, by table: of one experiment, and of its system. */
export type Tables = {
  experiments: RowsOf<"experiments">;
  risks: RowsOf<"risks">;
  riskCarriers: RowsOf<"riskCarriers">;
  dips: RowsOf<"expectedDips">;
  dipCarriers: RowsOf<"dipCarriers">;
  stopRules: RowsOf<"stopRules">;
  measures: RowsOf<"measures">;
  measuresUsed: RowsOf<"experimentMeasures">;
  team: RowsOf<"teamMembers">;
  turns: RowsOf<"experimentTurns">;
  versions: RowsOf<"termsVersions">;
  edits: RowsOf<"termsEdits">;
  requests: RowsOf<"permissionRequests">;
  answers: RowsOf<"permissionAnswers">;
  accepted: RowsOf<"acceptedConditions">;
  replies: RowsOf<"permissionReplies">;
  withdrawals: RowsOf<"permissionWithdrawals">;
  reviews: RowsOf<"boardReviews">;
  reviewAnswers: RowsOf<"reviewAnswers">;
  decisions: RowsOf<"pauseDecisions">;
  fixes: RowsOf<"pauseFixes">;
  handovers: RowsOf<"carrierHandovers">;
  uses: RowsOf<"standingUses">;
  bases: RowsOf<"permissionBases">;
  standing: RowsOf<"standingPermissions">;
  confirmations: RowsOf<"standingConfirmations">;
  standingWithdrawals: RowsOf<"standingWithdrawals">;
  serving: RowsOf<"systemOrganisations">;
  memberships: RowsOf<"memberships">;
  proposals: RowsOf<"leaderProposals">;
  leaderDecisions: RowsOf<"leaderDecisions">;
  deputies: RowsOf<"deputies">;
  seats: RowsOf<"boardSeats">;
  administrators: RowsOf<"administrators">;
  people: RowsOf<"people">;
  formerLinks: RowsOf<"formerLinks">;
  organisations: RowsOf<"organisations">;
  formerNames: RowsOf<"formerNames">;
  formerTitles: RowsOf<"formerTitles">;
  /** Entries of the journal: what the experiment was called, and whose name or accounts were changed. */
  titlesSaid: RowsOf<"journal">;
  saidOfPeople: RowsOf<"journal">;
};

const ofExperiment = "experiment_id = (select id from it)";
const inSystem = "system_id = (select system_id from it)";
const ofRequest = `request_id in (select id from permission_requests where ${ofExperiment})`;
const ofAnswer = `answer_id in (select id from permission_answers where ${ofRequest})`;
const everyone = `select person_id from memberships where ${inSystem} union select person_id from board_seats where ${inSystem}
  union select person_id from administrators where system_id is null or ${inSystem}`;
// A person belongs to more systems, and any of their journals may say of a new name or a link
const ofPeople = `system_id in (select system_id from memberships where person_id in (${everyone})) and experiment_id is null`;
/** Each table's name, which of its rows are read, and the column that says when a row came to be. */
const sources: Record<keyof Tables, [table: string, condition: string, at?: string]> = {
  experiments: ["experiments", "id = (select id from it)"],
  risks: ["risks", ofExperiment, "recorded_at"],
  riskCarriers: ["risk_carriers", `risk_id in (select id from risks where ${ofExperiment})`],
  dips: ["expected_dips", ofExperiment, "recorded_at"],
  dipCarriers: ["dip_carriers", `dip_id in (select id from expected_dips where ${ofExperiment})`],
  stopRules: ["stop_rules", ofExperiment, "recorded_at"],
  measures: ["measures", `id in (select measure_id from experiment_measures where ${ofExperiment})`],
  measuresUsed: ["experiment_measures", ofExperiment],
  team: ["team_members", ofExperiment, "from_on"],
  turns: ["experiment_turns", ofExperiment, "taken_at"],
  versions: ["terms_versions", ofExperiment, "since_at"],
  edits: ["terms_edits", ofExperiment, "edited_at"],
  requests: ["permission_requests", ofExperiment, "requested_at"],
  answers: ["permission_answers", ofRequest, "answered_at"],
  accepted: ["accepted_conditions", ofAnswer, "accepted_at"],
  replies: ["permission_replies", ofAnswer, "replied_at"],
  withdrawals: ["permission_withdrawals", ofRequest, "withdrawn_at"],
  reviews: ["board_reviews", ofExperiment, "asked_at"],
  reviewAnswers: ["review_answers", `review_id in (select id from board_reviews where ${ofExperiment})`, "answered_at"],
  decisions: ["pause_decisions", ofExperiment, "decided_at"],
  fixes: ["pause_fixes", ofExperiment, "reported_at"],
  handovers: ["carrier_handovers", ofExperiment, "handed_over_at"],
  uses: ["standing_uses", ofExperiment, "used_at"],
  bases: ["permission_bases", ofExperiment],
  standing: ["standing_permissions", inSystem, "given_at"],
  confirmations: ["standing_confirmations", inSystem, "confirmed_at"],
  standingWithdrawals: ["standing_withdrawals", inSystem, "withdrawn_at"],
  serving: ["system_organisations", inSystem],
  organisations: ["organisations", `id in (select organisation_id from system_organisations where ${inSystem})`],
  memberships: ["memberships", inSystem],
  proposals: ["leader_proposals", inSystem, "proposed_at"],
  leaderDecisions: ["leader_decisions", inSystem, "decided_at"],
  deputies: ["deputies", `leader_id in (${everyone})`],
  seats: ["board_seats", inSystem],
  administrators: ["administrators", `system_id is null or ${inSystem}`],
  people: ["people", `id in (${everyone})`],
  formerLinks: ["former_links", `person_id in (${everyone}) or other_id in (${everyone})`, "until_at"],
  formerNames: [
    "former_names",
    `named_id in (${everyone} union select organisation_id from system_organisations where ${inSystem})`,
    "until_at",
  ],
  formerTitles: ["former_titles", "titled_id = (select id from it)", "until_at"],
  titlesSaid: [
    "journal",
    `${ofExperiment} and (act like 'noted an idea: %' or act like 'changed the words of the experiment: %')`,
    "at",
  ],
  saidOfPeople: ["journal", `${ofPeople} and details <> '{}'`, "at"],
};

/** The base tables' rows about one experiment, without any view or rule of the product. */
export async function readTables(db: Db, experimentId: string): Promise<Tables> {
  const parts = Object.entries(sources).map(([name, [table, condition, at]]) => {
    const row = at ? `to_jsonb(t) || jsonb_build_object('at', t.${at})` : "to_jsonb(t)";
    return `'${name}', (select coalesce(jsonb_agg(${row}), '[]') from ${table} t where ${condition})`;
  });
  const { rows } = await db.execute(sql`
    with clock as materialized (select set_config('TimeZone', 'UTC', true)),
      it as (select id, system_id from experiments where id = ${experimentId}::uuid)
    select jsonb_build_object(${sql.raw(parts.join(", "))}) as tables from clock`);
  const found = rows[0]?.tables as Record<string, Record<string, unknown>[]>;
  const named = Object.entries(found).map(([name, ofTable]) => [name, ofTable.map(asDated).toSorted(byAge)]);
  return Object.fromEntries(named) as Tables;
}

const byAge = (one: { when: string }, other: { when: string }) =>
  one.when < other.when ? -1 : one.when > other.when ? 1 : 0;
const camelCase = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function asDated({ at, ...row }: Record<string, unknown>): Dated<Record<string, unknown>> {
  const named = Object.fromEntries(Object.entries(row).map(([column, value]) => [camelCase(column), value]));
  return { ...named, when: `${at ?? ""} ${row.id ?? row.sequence ?? row.organisation_id}` };
}
