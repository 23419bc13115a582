import { randomUUID } from "node:crypto";
import { sessionCookieName, startSession } from "@/server/auth/session";
import { demoId } from "@/server/demo/ids";
import type { RawWorker } from "./children";
import { always, type Call, type Pressure, press, send } from "./press";
import { chainLengths, listResultsToLog, type ResultToLog, takeOut } from "./results-to-log";
import type { FilledWorld, Size } from "./worlds";

/** One of the two that are held against each other: what to do under pressure, and whose processor time that takes. */
export type Side = {
  processId: number;
  /** The PostgreSQL server's process, where it is asked. */
  databaseId: number | null;
  run(pressure: Pressure): Promise<number[]>;
};

/** What is measured on one size of world, beside the least that could do it. */
export type Subject = {
  what: string;
  beside: string;
  size: Size;
  /** How many ask at once, if not one and many. */
  connections?: readonly number[];
  ours: Side;
  bare: Side;
  /** Puts the rows back as they were before either side runs. */
  before(): Promise<void>;
};

export type Served = FilledWorld & { port: number; processId: number };
type Bare = { processId: number; port: number };

const cookieFor = (token: string) => `${sessionCookieName()}=${token}`;

/** Pages as somebody on a team, and a leader, sees them, each beside a bare server that answers as many bytes. */
export async function pageSubjects(world: Served, bare: Bare): Promise<Subject[]> {
  const subject = async (what: string, path: string, who = "imogen"): Promise<Subject> => {
    const { token } = await startSession(world.db, demoId(`person/${who}`));
    const page: Call = { port: world.port, path, cookie: cookieFor(token) };
    const bytes = await send(page);
    const plain: Call = { port: bare.port, path: `/${bytes}` };
    return {
      what,
      beside: `bare Node, ${bytes.toLocaleString("en-GB")} bytes`,
      size: world.size,
      ours: {
        processId: world.processId,
        databaseId: world.serverPid,
        run: (pressure) => press(always(page), pressure),
      },
      bare: { processId: bare.processId, databaseId: null, run: (pressure) => press(always(plain), pressure) },
      before: async () => {},
    };
  };
  return [
    await subject("Register page", "/experiments"),
    await subject("One experiment's page", `/experiments/${demoId("experiment/E09")}`),
    await subject("Read and answer", `/experiments/${demoId("experiment/E11")}/permission/decide`, "delphine"),
    await subject("Record of a permission", `/permissions/${demoId("request/E08/1")}`),
  ];
}

/** Logging one result through tRPC, beside the same by plain SQL. */
export async function logSubject(world: Served, raw: RawWorker): Promise<Subject> {
  const results = await listResultsToLog(world.db);
  const lengths = await chainLengths(world.db);
  const calls = () => results.map((result) => logCall(world.port, result)).values();
  return {
    what: "Log one observation",
    beside: "plain SQL",
    size: world.size,
    ours: { processId: world.processId, databaseId: world.serverPid, run: (pressure) => press(calls(), pressure) },
    bare: {
      processId: raw.processId,
      databaseId: world.serverPid,
      run: (pressure) => raw.work({ results, ...pressure }),
    },
    before: () => takeOut(world.db, results, lengths),
  };
}

function logCall(port: number, { token, measureId, organisationId, periodOn, part }: ResultToLog): Call {
  const body = JSON.stringify({ key: randomUUID(), measureId, organisationId, periodOn, ...part });
  return { port, path: "/api/trpc/measures.log", cookie: cookieFor(token), body };
}
