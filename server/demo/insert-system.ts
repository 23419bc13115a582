import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import * as tables from "@/db/schema";
import { groupedBy } from "@/server/measures/grouped";
import { chartRows } from "./rows/charts";
import type { DemoSystem } from "./rows/demo-system";
import { experimentRows } from "./rows/experiments";
import { journalRows } from "./rows/journal";
import { measureAndObservationRows } from "./rows/measures";
import { pauseDecisionRows } from "./rows/pause-decisions";
import { pauseFixRows } from "./rows/pause-fixes";
import { permissionRows } from "./rows/permissions";
import { reminderRows } from "./rows/reminders";
import { reviewRows } from "./rows/reviews";
import { riskRows } from "./rows/risks";
import { standingRows } from "./rows/standing";
import { systemRows } from "./rows/system";
import { termsEditRows } from "./rows/terms-edits";
import { termsVersionRows } from "./rows/terms-versions";

/** Inserts one system's rows, parents before children. */
export async function insertSystem(tx: Transaction, system: DemoSystem): Promise<void> {
  const base = systemRows(system);
  const measure = measureAndObservationRows(system);
  const experiment = experimentRows(system);
  const chart = chartRows(system);
  const risk = riskRows(system);
  const permission = permissionRows(system);
  const review = reviewRows(system);
  const standing = standingRows(system);
  const journal = journalRows(system);

  await insertRows(tx, tables.systems, [base.system]);
  await insertRows(tx, tables.organisations, base.organisations);
  await insertRows(tx, tables.systemOrganisations, base.systemOrganisations);
  await insertRows(tx, tables.people, base.people);
  await insertRows(tx, tables.formerNames, base.formerNames);
  await insertRows(tx, tables.memberships, base.memberships);
  await insertRows(tx, tables.leaderProposals, base.leaderProposals);
  await insertRows(tx, tables.leaderDecisions, base.leaderDecisions);
  await insertRows(tx, tables.deputies, base.deputies);
  await insertRows(tx, tables.administrators, base.administrators);
  await insertRows(tx, tables.boards, base.boards);
  await insertRows(tx, tables.boardSeats, base.seats);
  await insertRows(tx, tables.measures, measure.measures);
  await insertRows(tx, tables.measureContributors, measure.contributors);
  await insertRows(tx, tables.observations, measure.observations);
  await insertRows(tx, tables.experiments, experiment.experiments);
  await insertRows(tx, tables.formerTitles, experiment.formerTitles);
  await insertRows(tx, tables.experimentOrganisations, experiment.takingPart);
  await insertRows(tx, tables.teamMembers, experiment.team);
  await insertRows(tx, tables.experimentMeasures, experiment.measures);
  await insertRows(tx, tables.risks, risk.risks);
  await insertRows(tx, tables.riskCarriers, risk.riskCarriers);
  await insertRows(tx, tables.riskDrafts, risk.riskDrafts);
  await insertRows(tx, tables.expectedDips, risk.dips);
  await insertRows(tx, tables.dipCarriers, risk.dipCarriers);
  await insertRows(tx, tables.stopRules, risk.stopRules);
  await insertRows(tx, tables.termsVersions, termsVersionRows(system));
  await insertRows(tx, tables.termsEdits, termsEditRows(system));
  await insertRows(tx, tables.permissionRequests, permission.requests);
  await insertRows(tx, tables.permissionDrafts, permission.drafts);
  await insertRows(tx, tables.permissionAnswers, permission.answers);
  await insertRows(tx, tables.permissionReplies, permission.replies);
  await insertRows(tx, tables.acceptedConditions, permission.acceptedConditions);
  await insertRows(tx, tables.standingPermissions, standing.given);
  await insertRows(tx, tables.standingConfirmations, standing.confirmations);
  await insertRows(tx, tables.standingUses, standing.uses);
  await insertRows(tx, tables.reminders, reminderRows(system));
  // Before whatever ended a permission: the database writes by what each start was covered
  await insertRows(tx, tables.experimentTurns, experiment.turns);
  await insertRows(tx, tables.standingWithdrawals, standing.withdrawals);
  await insertRows(tx, tables.pauseDecisions, pauseDecisionRows(system));
  await insertRows(tx, tables.pauseFixes, pauseFixRows(system));
  await insertRows(tx, tables.permissionWithdrawals, permission.withdrawals);
  await insertRows(tx, tables.permissionEndings, permission.endings);
  await insertRows(tx, tables.conclusions, experiment.conclusions);
  await insertRows(tx, tables.rebases, chart.rebases);
  await insertRows(tx, tables.leftOutPoints, chart.leftOut);
  await insertRows(tx, tables.chartNotes, chart.notes);
  await insertRows(tx, tables.pdsaCycles, chart.cycles);
  await insertRows(tx, tables.boardReviews, review.reviews);
  await insertRows(tx, tables.reviewAnswers, review.answers);
  await insertRows(tx, tables.journal, journal.entries);
  await insertRows(tx, tables.news, journal.news);
}

/** Inserts rows of a table, grouped by their columns, so that absent columns get their defaults. */
export async function insertRows<Table extends PgTable>(tx: Transaction, table: Table, rows: Table["$inferInsert"][]) {
  const all = Object.keys(getTableColumns(table));
  const alike = groupedBy(rows, (row) => all.filter((key) => row[key as never] !== undefined).join());
  for (const [keys, group] of alike) await insertAlike(tx, table, keys.split(","), group);
}

/** Sends the rows as one JSON parameter: separate parameters take longer to prepare than to insert. */
async function insertAlike<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  keys: string[],
  rows: Table["$inferInsert"][],
) {
  const columns = sql.join(
    keys.map((key) => sql.identifier(toSnakeCase(key))),
    sql`, `,
  );
  const named = rows.map((row) => Object.fromEntries(keys.map((key) => [toSnakeCase(key), row[key as never]])));
  await tx.execute(sql`
    insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json)`);
}

const toSnakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
