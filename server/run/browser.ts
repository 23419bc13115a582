import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CannotStart } from "./cannot-start";
import { exitCode, startProgram } from "./command";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser installed on this machine. */
export const systemBrowser = (): string | undefined => places.find((place) => existsSync(place));

/**
 * Finds the browser for the stories: the one named, Playwright's own, or the system's; else downloads Playwright's.
 * @returns undefined for Playwright's own
 */
export async function ensureBrowser(): Promise<string | undefined> {
  const given = process.env.E2E_CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new CannotStart(`E2E_CHROMIUM names ${given}, and there is no such file. Name a Chromium, or leave it out.`);
  }
  if (existsSync(chromium.executablePath())) return undefined;
  const present = systemBrowser();
  if (present) return present;
  console.log("Fetching a browser …");
  if (await downloadPlaywrights()) return undefined;
  return installDebians();
}

async function downloadPlaywrights(): Promise<boolean> {
  const download = startProgram("@playwright/test", "playwright", ["install", "chromium"], { stdio: "ignore" });
  if ((await exitCode(download)) !== 0 || !existsSync(chromium.executablePath())) return false;
  const starts = spawnSync(chromium.executablePath(), ["--version"], { stdio: "ignore" });
  return starts.status === 0; // it may be installed without the system libraries it needs
}

function installDebians(): string {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const quietly = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update"], quietly);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quietly);
  }
  const installed = systemBrowser();
  if (installed) return installed;
  throw new CannotStart(
    "The stories need a browser, and none could be fetched. " +
      "Install one (on Debian: apt-get install chromium), or name one: E2E_CHROMIUM=/path/to/chromium npm test.",
  );
}
