// Runs before anything is installed: plain JavaScript, no dependencies.
// node server/run/ensure.mjs COMMAND [arguments]: the commands are the names in `programs` below.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { currentNode, readSetting } from "./current-node.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const programs = new Map([
  ["start", "server/run/start.ts"],
  ["dev", "server/run/dev.ts"],
  ["test", "server/run/test.ts"],
  ["bench", "e2e/bench/bench.ts"],
  ["load", "server/run/load.ts"],
  ["story", "server/run/story.ts"],
  ["proof", "server/run/proof.ts"],
  ["facts", "server/run/facts.ts"],
  ["psql", "server/run/psql.ts"],
  ["demo-reset", "server/run/demo-reset.ts"],
]);
/** The commands that run the server, or measure it: they run on a current Node. */
const serving = ["start", "dev", "test", "bench", "story", "proof"];
const stamp = join(root, "node_modules", ".leeway-installed");
const [name = "start", ...args] = process.argv.slice(2);
/** @type {import("node:child_process").ChildProcess | undefined} */
let child;
let stopping = false;

/**
 * @param {string} sentence
 * @returns {never}
 */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** A hash of the package files and platform: when it changes, the installed packages are stale. */
function packagesHash() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const file of ["package.json", "package-lock.json"].map((it) => join(root, it))) {
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === packagesHash();
}

async function install() {
  if (isInstalled()) return; // another start installed while this one waited
  console.log("Installing what Leeway needs …");
  // npm ci fails: the lock file lacks packages for other platforms, which were absent where it was made
  const lock = process.platform === "linux" && process.arch === "x64" ? [] : ["--no-package-lock"];
  const code = await npmInstall(["--include=dev", "--include=optional", ...lock], "inherit");
  if (code !== 0) {
    giveUp("npm could not install what Leeway needs: see its message above, check the network, and start again.");
  }
  writeFileSync(stamp, packagesHash());
}

/**
 * @param {string[]} npmArgs
 * @param {"inherit" | "ignore"} errors
 */
async function npmInstall(npmArgs, errors) {
  const options = ["--no-save", "--loglevel=error", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? process.env.npm_execpath : undefined;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const code = await run(command, [...first, "install", ...options, ...npmArgs], {
    stdio: ["ignore", "ignore", errors],
    shell: !npm && process.platform === "win32",
  });
  if (stopping) process.exit(code);
  return code;
}

/** The Node to run the command on: a current one, fetched where the machine's own is old. */
async function findNode() {
  if (!serving.includes(name)) return process.execPath;
  const { platform, arch, versions } = process;
  const machine = { own: versions.node, platform, arch, setting: readSetting(root, process.env) };
  const quietly = (/** @type {string[]} */ npmArgs) => npmInstall(npmArgs, "ignore");
  const fetching = () => currentNode(root, machine, quietly);
  const node = await oneAtATime(join(root, "node_modules", ".leeway-installing"), fetching);
  if (node) console.log(node.says);
  return node?.path ?? process.execPath;
}

/**
 * Runs a program and returns its exit code, as a shell would. Signals are passed on to it.
 * @param {string} command
 * @param {string[]} programArgs
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<number>}
 */
function run(command, programArgs, options) {
  const started = spawn(command, programArgs, { cwd: root, ...options });
  child = started;
  return new Promise((resolve, reject) => {
    started.on("error", reject);
    started.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(
    `Leeway needs Node 20.19 or later, and this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
}
const program = programs.get(name);
if (!program) {
  giveUp(
    `There is no command "${name}". The commands are npm start, npm test, and npm run with dev, test:story, bench, facts, load, db:psql or demo:reset.`,
  );
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  stopping = true;
  if (!child?.kill(signal)) process.exit(128 + constants.signals[signal]); // nothing is running yet
}
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
// Not a stop: start.ts replaces the processes of the web server
if (name === "start" && process.platform !== "win32") process.on("SIGUSR2", () => child?.kill("SIGUSR2"));
// The shell between npm and this process does not pass signals on, so stop when it has died
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  stop("SIGTERM");
}, 200);

if (!isInstalled()) await oneAtATime(join(root, "node_modules", ".leeway-installing"), install);
const programArgs = ["--conditions=react-server", "--import", "tsx", program, ...args];
// The IPC channel closes when this process dies, even by kill -9, and the command then stops
process.exit(await run(await findNode(), programArgs, { stdio: ["inherit", "inherit", "inherit", "ipc"] }));
