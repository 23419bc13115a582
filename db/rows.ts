import type { SQL } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "./client";

type Columns = Record<string, unknown>;
/** The shape of a query's row: a strict zod object without transformations, so that the checked value is the returned one. */
type Shape<Row extends Columns> = z.ZodType<Row, Row>;

/** Where a wrong row fails at once. Elsewhere rows are returned unchecked, at no cost. */
const checksRows = () => process.env.NODE_ENV === "test" || process.env.NODE_ENV === "development";

/** Runs a query written as SQL, whose rows have this shape: `read(db, shape).rows(sql`select …`)`. */
export function read<Row extends Columns>(db: Db, shape: Shape<Row>) {
  const rows = async (query: SQL): Promise<Row[]> => {
    // Made before the first await, so that its stack names the calling function
    const callSite = checksRows() ? new Error("The query was called here") : undefined;
    const answer = await db.execute(query);
    if (callSite) checkRows(shape, answer.rows, callSite);
    return answer.rows as Row[];
  };
  /** The first row, if there is one. */
  const row = async (query: SQL): Promise<Row | undefined> => (await rows(query))[0];
  return { rows, row };
}

/** Types and checks rows that were read without drizzle. */
export function asRows<Row extends Columns>(shape: Shape<Row>, rows: unknown[]): Row[] {
  if (checksRows()) checkRows(shape, rows);
  return rows as Row[];
}

/** @throws {Error} with the columns that are missing, of another type or not in the shape */
function checkRows(shape: Shape<Columns>, rows: readonly unknown[], callSite?: Error): void {
  for (const row of rows) {
    const { error } = shape.safeParse(row);
    if (!error) continue;
    const columns = shape instanceof z.ZodObject ? Object.keys(shape.shape).join(", ") : "";
    const problem = `A row of { ${columns} } does not match its shape:\n${z.prettifyError(error)}`;
    throw new Error(problem, { cause: callSite });
  }
}
