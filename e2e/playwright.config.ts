import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, defineConfig, devices } from "@playwright/test";
import { systemBrowser } from "@/server/run/browser";
import { root } from "@/server/run/command";

const own = existsSync(chromium.executablePath());
/** Stories told on a phone. */
const onPhone = ["lap.spec.ts", "asking.spec.ts", "answering.spec.ts"];
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Stories run on the production build; each worker starts its own Leeway (story.ts). */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: join(root, ".e2e", "results"),
  globalSetup: "./is-built.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 30_000,
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM || (own ? undefined : systemBrowser()),
      chromiumSandbox: process.getuid?.() !== 0 && !process.env.CI,
      args: ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
    },
  },
  projects: [
    { name: "phone", testMatch: onPhone, use: phone },
    { name: "laptop", testIgnore: onPhone },
  ],
});
