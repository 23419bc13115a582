import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sum, tallyPlaywright, tallyVitest } from "./test-report";

test("the two reports are counted together", () => {
  const folder = mkdtempSync(join(tmpdir(), "leeway-report-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [vitest, playwright] = [join(folder, "vitest.json"), join(folder, "playwright.json")];
  writeFileSync(vitest, JSON.stringify({ numPassedTests: 40, numFailedTests: 2, numPendingTests: 3 }));
  writeFileSync(playwright, JSON.stringify({ stats: { expected: 7, flaky: 1, unexpected: 1, skipped: 4 } }));
  expect(sum([tallyVitest(vitest), tallyPlaywright(playwright)])).toEqual({ passed: 48, failed: 3 });
});
