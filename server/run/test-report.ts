import { readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number };

/** The counts of vitest's JSON report. */
export function tallyVitest(file: string): Tally {
  const report: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** The counts of Playwright's JSON report; a flaky story counts as passed. */
export function tallyPlaywright(file: string): Tally {
  const report: { stats: { expected: number; flaky: number; unexpected: number } } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  };
}
