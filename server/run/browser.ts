import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CannotStart } from "./cannot-start";
import { exitCode, startProgram } from "./command";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser that was there before us. */
export const systemBrowser = (): string | undefined => places.find((place) => existsSync(place));

/**
 * Where the browser for the stories is: the one named, Playwright's own, or the system's; where there is none, it is fetched.
 * @returns undefined for Playwright's own, which it finds by itself
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
  return starts.status === 0; // it may be there and lack the system's libraries
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
