import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { exitCode } from "./command";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
type Said = { what: string; pid: number; does: string };

/** A web server of this many processes, and what they say, in order. */
function startServer(count: number, mode = "") {
  const args = [file("workers.mjs"), String(count), file("testing-worker.mjs"), mode];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore", "ipc"] });
  const pids = new Set<number>();
  onTestFinished(() => endAll(child, pids));
  let port = "";
  const lines = child.stdout && createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (what: string): Promise<Said> => {
    const { value = "" }: { value?: string } = (await lines?.next()) ?? {};
    const [said = "", pid, does = "", listensAt = ""] = value.split(" ");
    pids.add(Number(pid));
    expect(said).toBe(what);
    port ||= listensAt;
    return { what: said, pid: Number(pid), does };
  };
  const several = async (what: string, times: number) => {
    const said: Said[] = [];
    while (said.length < times) said.push(await next(what));
    return said;
  };
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  return { child, next, several, ask };
}

function endAll(child: ChildProcess, pids: Iterable<number>): void {
  child.kill("SIGKILL");
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it has ended
    }
  }
}

const jobs = (all: readonly Said[]) => all.map(({ does }) => does).toSorted();

test("it runs in as many processes as wanted, and one of them does jobs", async () => {
  const { several, ask } = startServer(3);
  const all = await several("listening", 3);
  expect(jobs(all)).toEqual(["-", "-", "jobs"]);
  const answered = new Set<number>();
  for (const _ of all) answered.add(Number(await ask("/")));
  expect(all.map(({ pid }) => pid)).toEqual(expect.arrayContaining([...answered]));
});

test.each(["jobs", "-"])("a process that dies is replaced by one that does the same: %s", async (does) => {
  const { several, next, ask } = startServer(2);
  const all = await several("listening", 2);
  const victim = all.find((it) => it.does === does);
  process.kill(victim?.pid ?? 0, "SIGKILL");
  const replaced = await next("listening");
  expect(replaced.does).toBe(does);
  expect(all.map(({ pid }) => pid)).not.toContain(replaced.pid);
  expect(await ask("/")).toMatch(/^\d+$/);
});

test("told to stop, each process finishes what is in flight", async () => {
  const { child, several, next, ask } = startServer(2);
  await several("listening", 2);
  const slow = ask("/slow");
  await next("asked");
  child.kill("SIGTERM");
  await several("stopping", 2);
  expect(await slow).toBe("slow");
  expect(await exitCode(child)).toBe(143);
});

test("the launcher gone without a word, they stop the same way", async () => {
  const { child, several } = startServer(2);
  await several("listening", 2);
  child.disconnect();
  await several("stopping", 2);
  expect(await exitCode(child)).toBe(143);
});

test("told so, it replaces one process after the other, each finishes what is in flight, and one does jobs", async () => {
  const { child, several, next, ask } = startServer(2);
  const before = await several("listening", 2);
  const slow = ask("/slow");
  await next("asked");
  child.kill("SIGUSR2");
  const first = await next("listening");
  const stopped = await next("stopping");
  const second = await next("listening");
  const stoppedToo = await next("stopping");
  expect([stopped.pid, stoppedToo.pid].toSorted()).toEqual(before.map(({ pid }) => pid).toSorted());
  expect(jobs([first, second])).toEqual(["-", "jobs"]);
  expect(await slow).toBe("slow");
});

test("where the first processes cannot start, neither can it, and it says so by its exit code", async () => {
  const { child } = startServer(2, "cannot start");
  const [code] = await once(child, "exit");
  expect(code).toBe(7);
});
