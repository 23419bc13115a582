import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "./command";

function run(checkout: string, name: string, nodeOptions: string[] = []) {
  const args = [...nodeOptions, join("server", "run", "ensure.mjs"), name];
  const env = { ...process.env, NODE_FROM_NPM: "0" };
  return spawnSync(process.execPath, args, { cwd: checkout, encoding: "utf8", env });
}

/** A checkout with one local package, so that npm needs no network; its command prints what it was started with. */
function smallCheckout(): string {
  const checkout = mkdtempSync(join(tmpdir(), "leeway-checkout-"));
  onTestFinished(() => rmSync(checkout, { recursive: true }));
  for (const folder of ["server/run", "tsx"]) mkdirSync(join(checkout, folder), { recursive: true });
  for (const file of ["ensure.mjs", "current-node.mjs", "one-at-a-time.mjs"]) {
    cpSync(join(root, "server/run", file), join(checkout, "server/run", file));
  }
  writeFileSync(join(checkout, "tsx/package.json"), '{ "name": "tsx", "version": "1.0.0", "main": "./index.js" }');
  writeFileSync(join(checkout, "tsx/index.js"), "console.log(process.argv.slice(2).join()); process.exit(7);");
  askFor(checkout, { tsx: "file:./tsx" });
  return checkout;
}

function askFor(checkout: string, dependencies: Record<string, string>): void {
  writeFileSync(join(checkout, "package.json"), JSON.stringify({ name: "small", type: "module", dependencies }));
}

test("an old Node is told what is needed, before anything is installed", () => {
  const old = "data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.18.3' })";
  const { status, stderr } = run(root, "start", ["--import", old]);
  expect(stderr).toBe("Leeway needs Node 20.19 or later, and this is 20.18.3. Install a newer one from nodejs.org.\n");
  expect(status).toBe(1);
});

test("a command that is not there is refused with a sentence", () => {
  const { status, stderr } = run(root, "../../package");
  expect(stderr).toMatch(/^There is no command "\.\.\/\.\.\/package"\. The commands are npm start/);
  expect(status).toBe(1);
});

test("the program of every command is there", () => {
  const source = readFileSync(join(root, "server/run/ensure.mjs"), "utf8");
  const programs = [...source.matchAll(/"((?:server|e2e)\/[^"]+\.ts)"/g)].map(([, program]) => program ?? "");
  expect(programs).toHaveLength(10);
  expect(programs.filter((program) => !existsSync(join(root, program)))).toEqual([]);
});

test("packages are installed once, and again when others are asked for; the command's exit code is passed on", () => {
  const checkout = smallCheckout();
  const first = run(checkout, "start");
  expect(first).toMatchObject({ stdout: expect.stringMatching(/^Installing what Leeway needs …\n/), status: 7 });
  const second = run(checkout, "start");
  expect(second).toMatchObject({ stdout: expect.not.stringContaining("Installing"), status: 7 });
  mkdirSync(join(checkout, "other"));
  writeFileSync(join(checkout, "other/package.json"), '{ "name": "other", "version": "1.0.0" }');
  askFor(checkout, { tsx: "file:./tsx", other: "file:./other" });
  expect(run(checkout, "start").stdout).toMatch(/^Installing/);
  expect(existsSync(join(checkout, "node_modules/other"))).toBe(true);
  expect(existsSync(join(checkout, "package-lock.json"))).toBe(false); // a start does not change the checkout
});

test("packages that cannot be installed are told in a sentence, and tried again at the next start", () => {
  const checkout = smallCheckout();
  askFor(checkout, { tsx: "file:./tsx", absent: "file:./absent.tgz" });
  for (const _ of [1, 2]) {
    const { status, stdout, stderr } = run(checkout, "start");
    expect(stdout).toBe("Installing what Leeway needs …\n");
    expect(stderr).toContain("npm could not install what Leeway needs: see its message above, check the network");
    expect(status).toBe(1);
  }
});
