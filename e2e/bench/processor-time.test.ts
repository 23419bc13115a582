import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { processorTime, readProcessTimes } from "./processor-time";

test("a line of /proc/<pid>/stat gives the parent, and the ticks with those of children that have gone", () => {
  const line = "812 (a (very) odd) name) S 77 812 812 0 -1 4194304 9 8 7 6 100 20 3 4 20 0 1 0 5 6 7";
  expect(readProcessTimes(line)).toEqual({ parent: 77, ticks: 127 });
});

test.runIf(process.platform === "linux")("what a process below works is counted, also when it has gone", async () => {
  const work = "const until = Date.now() + 300; while (Date.now() < until);";
  const program = `
    const { spawnSync } = require("node:child_process");
    spawnSync(process.execPath, ["-e", ${JSON.stringify(work)}]);
    console.log("done");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  await once(child.stdout, "data");
  expect(processorTime(child.pid ?? 0)).toBeGreaterThan(50);
  child.kill();
  await once(child, "exit");
  expect(processorTime(child.pid ?? 0)).toBeNull();
});
