import pg from "pg";

/** Counts the statements that reach a database, by pg_stat_statements in the server's own database. */
export type StatementCounter = { count(): Promise<number | null>; end(): Promise<void> };

export async function startCounting(databaseUrl: string): Promise<StatementCounter> {
  const { pathname } = new URL(databaseUrl);
  const url = new URL(databaseUrl);
  url.pathname = "/postgres";
  const client = new pg.Client(url.href);
  await client.connect();
  const known = await client
    .query("create extension if not exists pg_stat_statements")
    .then(() => client.query("select 1 from pg_stat_statements limit 1"))
    .then(
      () => true,
      () => false, // a server without it
    );
  return {
    end: () => client.end(),
    count: async () => {
      if (!known) return null;
      const { rows } = await client.query<{ calls: number }>(
        `select coalesce(sum(s.calls), 0)::float8 as calls from pg_stat_statements s
         join pg_database d on d.oid = s.dbid where d.datname = $1`,
        [pathname.slice(1)],
      );
      return rows[0]?.calls ?? null;
    },
  };
}
