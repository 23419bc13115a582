// node server/run/workers.mjs COUNT PROGRAM [arguments]: runs a web server in as many processes, which share its port.
import cluster from "node:cluster";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

const [count, exec, ...args] = process.argv.slice(2);
cluster.setupPrimary({ exec, args });
/** Each place has one process; only the first place's does jobs. */
const places = Array.from({ length: Number(count) }, (_, index) => ({
  doesJobs: index === 0,
  worker: fork(index === 0),
}));
for (const place of places) watch(place);
let listened = false;
let stopping = false;
let replacing = false;

/** @param {boolean} doesJobs */
function fork(doesJobs) {
  return cluster.fork({ LEEWAY_JOBS: doesJobs ? "1" : "0" });
}

/**
 * Starts another process in a place when the one there has died.
 * @param {typeof places[number]} place
 * @param {boolean} listens
 */
function watch(place, listens = false) {
  const { worker } = place;
  let lived = listens;
  worker.once("listening", () => {
    lived = listened = true;
  });
  worker.once("exit", async (code, signal) => {
    if (stopping) return endWithTheLast();
    if (place.worker !== worker) return; // it was replaced
    if (!listened) return process.exit(code || 1); // the first ones cannot start: others could not either
    console.error(`A process of the web server ended (${signal ?? code}); another takes its place.`);
    if (!lived) await wait(1_000);
    if (stopping) return;
    place.worker = fork(place.doesJobs);
    watch(place);
  });
}

function endWithTheLast() {
  if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(143);
}

function stop() {
  if (stopping) return;
  stopping = true;
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
  endWithTheLast();
}

/** Replaces one process after the other: a new one listens before the old one is told to finish. */
async function replaceAll() {
  if (replacing) return;
  replacing = true;
  for (const place of places) {
    const next = fork(place.doesJobs);
    const outcome = await Promise.race([
      once(next, "listening").then(() => "listens"),
      once(next, "exit").then(() => "ended"),
    ]);
    if (stopping) return;
    if (outcome === "ended") {
      console.error("A new process of the web server did not start; those that run go on.");
      break;
    }
    const old = place.worker;
    place.worker = next;
    watch(place, true);
    old.process.kill("SIGTERM");
  }
  replacing = false;
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.once("disconnect", stop); // the launcher died (kill -9)
if (process.platform !== "win32") process.on("SIGUSR2", () => void replaceAll());
