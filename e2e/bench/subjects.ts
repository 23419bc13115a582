import { randomUUID } from "node:crypto";
import { sessionCookieName, startSession } from "@/server/auth/session";
import { demoId } from "@/server/demo/ids";
import { chainLengths, listResultsToLog, type ResultToLog, removeResults } from "./results-to-log";
import { type Call, type Load, repeatForever, sendRequest, sendRequests } from "./send-requests";
import type { StatementCounter } from "./statements";
import type { RawWorker } from "./workers";
import type { Work } from "./works";
import type { FilledWorld, Size } from "./worlds";

/** One of two sides to compare: what to run under load, and the processes whose processor time counts. */
export type Side = {
  processId: number;
  /** The PostgreSQL server's process, if this side uses it. */
  databaseId: number | null;
  run(load: Load): Promise<number[]>;
};

/** What to measure on one size of world, and the baseline that does the least for the same result. */
export type Subject = {
  what: string;
  beside: string;
  size: Size;
  /** How many at once, if not one and many. */
  connections?: readonly number[];
  ours: Side;
  bare: Side;
  /** Restores the rows before either side runs. */
  before(): Promise<void>;
  /** For what is measured at each size: which work, the bytes of our answer, and what counts our statements. */
  work?: Work;
  bytes?: number;
  counter?: StatementCounter;
};

export type ServedWorld = FilledWorld & { port: number; processId: number };
type BareServer = { processId: number; port: number };

export const cookieFor = (token: string) => `${sessionCookieName()}=${token}`;

/** Pages as a team member or a leader sees them; the baseline is a bare server that answers as many bytes. */
export async function pageSubjects(world: ServedWorld, bare: BareServer): Promise<Subject[]> {
  const subject = async (what: string, path: string, who = "imogen"): Promise<Subject> => {
    const { token } = await startSession(world.db, demoId(`person/${who}`));
    const page: Call = { port: world.port, path, cookie: cookieFor(token) };
    const bytes = await sendRequest(page);
    const plain: Call = { port: bare.port, path: `/${bytes}` };
    return {
      what,
      beside: `bare Node, ${bytes.toLocaleString("en-GB")} bytes`,
      size: world.size,
      ours: {
        processId: world.processId,
        databaseId: world.serverPid,
        run: (load) => sendRequests(repeatForever(page), load),
      },
      bare: {
        processId: bare.processId,
        databaseId: null,
        run: (load) => sendRequests(repeatForever(plain), load),
      },
      before: async () => {},
    };
  };
  return [
    await subject("Read and answer", `/experiments/${demoId("experiment/E11")}/permission/decide`, "delphine"),
    await subject("Record of a permission", `/permissions/${demoId("request/E08/1")}`),
  ];
}

/** Logging one result through tRPC; the baseline is plain SQL. */
export async function logSubject(world: ServedWorld, raw: RawWorker): Promise<Subject> {
  const results = await listResultsToLog(world.db);
  const lengths = await chainLengths(world.db);
  const calls = () => results.map((result) => logCall(world.port, result)).values();
  return {
    what: "Log one observation",
    beside: "plain SQL",
    size: world.size,
    ours: {
      processId: world.processId,
      databaseId: world.serverPid,
      run: (load) => sendRequests(calls(), load),
    },
    bare: {
      processId: raw.processId,
      databaseId: world.serverPid,
      run: (load) => raw.work({ results, ...load }),
    },
    before: () => removeResults(world.db, results, lengths),
  };
}

export function logCall(port: number, { token, measureId, organisationId, periodOn, part }: ResultToLog): Call {
  const body = JSON.stringify({ key: randomUUID(), measureId, organisationId, periodOn, ...part });
  return { port, path: "/api/trpc/measures.log", cookie: cookieFor(token), body };
}
