import { connect } from "@/db/client";

export type Statement = { text: string; values: unknown[] };

/** Connects to a database, and keeps what is sent to it until `take` takes it. */
export function connectRecording(databaseUrl: string) {
  const db = connect(databaseUrl, { connections: 1 });
  let sent: Statement[] = [];
  db.$client.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((first: Partial<Statement> | string, ...rest: unknown[]) => {
      const { text = "", values = [] } = typeof first === "string" ? { text: first } : first;
      sent.push({ text, values: Array.isArray(rest[0]) ? rest[0] : values });
      return query(first, ...rest);
    }) as typeof client.query;
  });
  const take = (): Statement[] => {
    const taken = sent;
    sent = [];
    return taken;
  };
  return { db, take };
}
