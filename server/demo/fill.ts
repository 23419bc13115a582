import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import * as tables from "@/db/schema";
import { chartRows } from "./rows/charts";
import { experimentRows } from "./rows/experiments";
import { journalRows } from "./rows/journal";
import { measureRows } from "./rows/measures";
import { permissionRows, reviewRows } from "./rows/permissions";
import { riskRows } from "./rows/risks";
import { livingRows, standingRows } from "./rows/standing";
import { systemRows } from "./rows/system";
import type { Told } from "./rows/told";
import { wordsRows } from "./rows/words";

/** Writes one system's rows, parents before children. */
export async function fill(tx: Transaction, it: Told): Promise<void> {
  const system = systemRows(it);
  const measure = measureRows(it);
  const experiment = experimentRows(it);
  const chart = chartRows(it);
  const risk = riskRows(it);
  const permission = permissionRows(it);
  const review = reviewRows(it);
  const standing = standingRows(it);
  const living = livingRows(it);

  await put(tx, tables.systems, [system.system]);
  await put(tx, tables.organisations, system.organisations);
  await put(tx, tables.systemOrganisations, system.serving);
  await put(tx, tables.people, system.people);
  await put(tx, tables.memberships, system.memberships);
  await put(tx, tables.deputies, system.deputies);
  await put(tx, tables.administrators, system.administrators);
  await put(tx, tables.boards, system.boards);
  await put(tx, tables.boardSeats, system.seats);
  await put(tx, tables.measures, measure.measures);
  await put(tx, tables.measureContributors, measure.contributors);
  await put(tx, tables.observations, measure.observations);
  await put(tx, tables.experiments, experiment.experiments);
  await put(tx, tables.experimentOrganisations, experiment.takingPart);
  await put(tx, tables.teamMembers, experiment.team);
  await put(tx, tables.experimentMeasures, experiment.measures);
  await put(tx, tables.risks, risk.risks);
  await put(tx, tables.riskCarriers, risk.riskCarriers);
  await put(tx, tables.riskDrafts, risk.riskDrafts);
  await put(tx, tables.expectedDips, risk.dips);
  await put(tx, tables.dipCarriers, risk.dipCarriers);
  await put(tx, tables.stopRules, risk.stopRules);
  await put(tx, tables.termsVersions, wordsRows(it));
  await put(tx, tables.permissionRequests, permission.requests);
  await put(tx, tables.permissionDrafts, permission.drafts);
  await put(tx, tables.permissionAnswers, permission.answers);
  await put(tx, tables.permissionReplies, permission.replies);
  await put(tx, tables.acceptedConditions, living.accepted);
  await put(tx, tables.standingPermissions, standing.given);
  await put(tx, tables.standingUses, standing.uses);
  await put(tx, tables.standingWithdrawals, standing.withdrawals);
  await put(tx, tables.pauseDecisions, living.decisions);
  await put(tx, tables.reminders, living.reminders);
  await put(tx, tables.permissionWithdrawals, permission.withdrawals);
  await put(tx, tables.experimentTurns, experiment.turns);
  await put(tx, tables.conclusions, experiment.conclusions);
  await put(tx, tables.rebases, chart.rebases);
  await put(tx, tables.leftOutPoints, chart.leftOut);
  await put(tx, tables.chartNotes, chart.notes);
  await put(tx, tables.pdsaCycles, chart.cycles);
  await put(tx, tables.boardReviews, review.reviews);
  await put(tx, tables.reviewAnswers, review.answers);
  await put(tx, tables.journal, journalRows(it));
}

/** One JSON text for all rows of a table: as parameters of their own they take longer to put together than to insert. */
async function put<Table extends PgTable>(tx: Transaction, table: Table, rows: Table["$inferInsert"][]) {
  const keys = Object.keys(getTableColumns(table)).filter((key) => rows.some((row) => row[key as never] !== undefined));
  if (keys.length === 0) return;
  const columns = sql.join(
    keys.map((key) => sql.identifier(inSnakeCase(key))),
    sql`, `,
  );
  const named = rows.map((row) => Object.fromEntries(keys.map((key) => [inSnakeCase(key), row[key as never]])));
  await tx.execute(sql`
    insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json)`);
}

const inSnakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
