import { ensureBrowser } from "./browser";
import { buildIfStale } from "./build";
import { exitCode, startProgram, stopProgram } from "./command";
import { untilStopped } from "./until-stopped";

// npm run test:story -- e2e/lap.spec.ts: gets the browser, builds if the sources changed, and runs the named stories.
await untilStopped(async (atEnd) => {
  const browser = await ensureBrowser();
  const built = await buildIfStale(atEnd);
  if (built !== 0) return built;
  const args = ["test", "-c", "e2e/playwright.config.ts", ...process.argv.slice(2)];
  const child = startProgram("@playwright/test", "playwright", args, { env: browser ? { E2E_CHROMIUM: browser } : {} });
  atEnd(() => stopProgram(child));
  return exitCode(child);
}, 130);
