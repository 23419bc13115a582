import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { oneAtATime } from "./one-at-a-time.mjs";

let lock = "";

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "leeway-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  lock = join(folder, "inside", "lock");
});

test("two that want the same do it one after the other, also when the first breaks off", async () => {
  const happened: string[] = [];
  const work = (name: string) => async () => {
    happened.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    happened.push(`${name} ends`);
    if (name === "one") throw new Error("broken off");
    return name;
  };
  const [one, two] = await Promise.allSettled([oneAtATime(lock, work("one")), oneAtATime(lock, work("two"))]);
  expect(happened).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  expect(one?.status).toBe("rejected");
  expect(two).toEqual({ status: "fulfilled", value: "two" });
  expect(readdirSync(join(lock, ".."))).toEqual([]);
});

test("a lock whose process was killed is taken over; one whose process lives is waited for", async () => {
  const holder = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => void holder.kill("SIGKILL"));
  await oneAtATime(lock, () => {}); // creates the folder
  writeFileSync(lock, String(holder.pid));
  let done = false;
  const waiting = oneAtATime(lock, () => {
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 450)); // two polling intervals
  expect(done).toBe(false);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  await waiting;
  expect(done).toBe(true);
  expect(existsSync(lock)).toBe(false);
});
