import { startSession } from "@/server/auth/session";
import { demoId } from "@/server/demo/ids";
import type { AtEnd } from "@/server/run/until-stopped";
import { idOfCopy } from "./load-world/columns";
import { chainLengths, listResultsToLog, type ResultToLog, removeResults, restoreResults } from "./results-to-log";
import { type Call, repeatForever, sendRequests, sendWork } from "./send-requests";
import type { StatementCounter } from "./statements";
import { cookieFor, logCall, type ServedWorld, type Side, type Subject } from "./subjects";
import { startBareDataServer } from "./workers";
import { type Work, works } from "./works";
import type { Size } from "./worlds";

/** How many ask at once, for each work at each size. */
const connections = [10];
/** A word of one experiment in the demo world, and so of 1 in 25 at any size. */
const word = "drip";
/** Whose measures have long series. */
const experimentId = idOfCopy(demoId("experiment/E09"), 1);

type Bare = { processId: number; port: number };

/** What is measured at each size of world: calls for data beside a bare server that reads the same tables, and pages. */
export async function sizedSubjects(
  world: ServedWorld,
  plain: Bare,
  counter: StatementCounter,
  atEnd: AtEnd,
): Promise<Subject[]> {
  const bare = await startBareDataServer(world.databaseUrl, demoId("system/quillshire"), atEnd);
  const { token } = await startSession(world.db, demoId("person/imogen"));
  const ask = (path: string, next?: Call): Call => ({ port: world.port, path, cookie: cookieFor(token), next });
  const query = (procedure: string, input: object, next?: Call) =>
    ask(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, next);
  const common = { size: world.size, connections, counter };

  const data = async (work: Work, call: Call, path: string): Promise<Subject> => ({
    ...{ ...common, what: work.name, beside: "bare Node and pg", work, bytes: await sendWork(call), before: nothing },
    ours: oursOf(world, call),
    bare: sideOf(bare.processId, world.serverPid, { port: bare.port, path }),
  });
  const page = async (work: Work, path: string): Promise<Subject> => {
    const bytes = await sendWork(ask(path));
    return {
      ...{ ...common, what: work.name, beside: "bare Node, as many bytes", work, bytes, before: nothing },
      ours: oursOf(world, ask(path)),
      bare: sideOf(plain.processId, null, { port: plain.port, path: `/${bytes}` }),
    };
  };
  const record = query("experiments.find", { experimentId }, query("measures.results", { experimentId }));
  const subjects: [Work, () => Promise<Subject>][] = [
    [works.list, () => data(works.list, query("experiments.list", {}), "/list")],
    [works.search, () => data(works.search, query("experiments.list", { q: word }), `/search?q=${word}`)],
    [works.record, () => data(works.record, record, `/record?id=${experimentId}`)],
    [works.log, async () => ({ ...common, ...(await logging(world, bare, atEnd)) })],
    [works.listPage, () => page(works.listPage, "/experiments")],
    [works.recordPage, () => page(works.recordPage, `/experiments/${experimentId}`)],
    [works.homePage, () => page(works.homePage, "/")],
    [works.resultsPage, () => page(works.resultsPage, `/experiments/${experimentId}/results`)],
  ];
  const asked: Subject[] = [];
  for (const [work, subject] of subjects)
    asked.push(await subject().catch((error: Error) => failing(common.size, work, error)));
  return asked;
}

/** What cannot even be asked once: it fails again when it is measured, and is reported there. */
function failing(size: Size, work: Work, error: Error): Subject {
  const side: Side = { processId: 0, databaseId: null, run: () => Promise.reject(error) };
  return { what: work.name, beside: "", work, size, ours: side, bare: side, before: nothing };
}

const nothing = async () => {};

function sideOf(processId: number, databaseId: number | null, call: Call): Side {
  return { processId, databaseId, run: (load) => sendRequests(repeatForever(call), load) };
}
const oursOf = (world: ServedWorld, call: Call) => sideOf(world.processId, world.serverPid, call);

async function logging(world: ServedWorld, bare: Bare, atEnd: AtEnd) {
  const results = await listResultsToLog(world.db);
  const [first] = results;
  if (!first) throw new Error("The world has no result to log");
  const lengths = await chainLengths(world.db);
  const before = () => removeResults(world.db, results, lengths);
  await before();
  atEnd(async () => {
    await before();
    await restoreResults(world.db, results);
  });
  const run = (calls: (result: ResultToLog) => Call): Side["run"] => {
    return (load) => sendRequests(results.map(calls).values(), load);
  };
  const bareCall = (result: ResultToLog): Call => ({ port: bare.port, path: "/log", body: JSON.stringify(result) });
  return {
    ...{ what: works.log.name, beside: "bare Node and pg, one insert", work: works.log, before },
    bytes: await sendWork(logCall(world.port, first)),
    ours: { processId: world.processId, databaseId: world.serverPid, run: run((one) => logCall(world.port, one)) },
    bare: { processId: bare.processId, databaseId: world.serverPid, run: run(bareCall) },
  };
}
