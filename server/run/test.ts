import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser";
import { buildIfStale } from "./build";
import { exitCode, root, startProgram, stopProgram } from "./command";
import { sum, tallyPlaywright, tallyVitest } from "./test-report";
import { type AtEnd, untilStopped } from "./until-stopped";

const reports = join(root, ".e2e");
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");

type Step = { says: string; run: () => Promise<number> };

/** The steps, fastest first, so that errors show in seconds. */
function steps(atEnd: AtEnd, browser: string | undefined): Step[] {
  const program = (packageName: string, name: string, args: string[], env?: Record<string, string>) => {
    const child = startProgram(packageName, name, args, { env });
    atEnd(() => stopProgram(child));
    return exitCode(child);
  };
  const both = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  return [
    { says: "Style and import rules", run: () => program("@biomejs/biome", "biome", ["check", "."]) },
    {
      says: "Types",
      run: async () => (await program("next", "next", ["typegen"])) || program("typescript", "tsc", ["--noEmit"]),
    },
    { says: "Rules and procedures", run: () => program("vitest", "vitest", ["run", ...both], { NODE_ENV: "test" }) },
    { says: "The production build", run: () => buildIfStale(atEnd) },
    {
      says: "Stories",
      run: () =>
        program("@playwright/test", "playwright", ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"], {
          PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
          ...(browser ? { E2E_CHROMIUM: browser } : {}),
        }),
    },
  ];
}

async function runAll(atEnd: AtEnd): Promise<number> {
  rmSync(vitestReport, { force: true });
  rmSync(playwrightReport, { force: true });
  mkdirSync(reports, { recursive: true });
  const browser = await ensureBrowser();
  for (const step of steps(atEnd, browser)) {
    console.log(`\n== ${step.says}`);
    const code = await step.run();
    if (code !== 0) return code;
  }
  const { passed, failed } = sum([tallyVitest(vitestReport), tallyPlaywright(playwrightReport)]);
  console.log(`\n${passed} passed, ${failed} failed`);
  return 0;
}

await untilStopped(runAll, 130); // an interrupted run has not passed
