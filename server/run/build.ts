import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { exitCode, root, startProgram, stopProgram } from "./command";
import { oneAtATime } from "./one-at-a-time.mjs";
import { compressStaticFiles } from "./static-files";
import type { AtEnd } from "./until-stopped";

/** The sources of a build: these folders and the tools' settings files. */
const folders = ["app", "server", "db"];
const settings = /\.(ts|mjs|json)$/;
const notBuilt = /\.test\.tsx?$|^next-env\.d\.ts$|^\./;

/** A hash of the build's sources. */
export function sourcesHash(folder: string): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles(folder)) {
    hash.update(`${relative(folder, file)}\0${createHash("sha256").update(readFileSync(file)).digest("hex")}\0`);
  }
  return hash.digest("hex");
}

function sourceFiles(folder: string): string[] {
  const inside = folders
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path, { recursive: true, withFileTypes: true }));
  const beside = readdirSync(folder, { withFileTypes: true }).filter((entry) => settings.test(entry.name));
  return [...beside, ...inside]
    .filter((entry) => entry.isFile() && !notBuilt.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Whether a checkout's build is up to date with its sources. */
export function isBuilt(folder: string): boolean {
  if (!existsSync(join(folder, ".next", "BUILD_ID")) || !existsSync(stampIn(folder))) return false;
  return readFileSync(stampIn(folder), "utf8") === sourcesHash(folder);
}

/** The file with the sources' hash of the build. */
function stampIn(folder: string): string {
  return join(folder, ".next", "leeway-sources");
}

/** Builds the pages unless they were built from the same sources. @returns the build's exit code */
export async function buildIfStale(atEnd: AtEnd): Promise<number> {
  if (isBuilt(root)) return 0;
  return oneAtATime(join(root, "node_modules", ".leeway-building"), async () => {
    if (isBuilt(root)) return 0; // another start built while this one waited
    console.log("Building the pages …");
    const hash = sourcesHash(root);
    rmSync(stampIn(root), { force: true });
    const build = startProgram("next", "next", ["build"], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { NODE_ENV: "production", DATABASE_URL: "" },
    });
    atEnd(() => stopProgram(build));
    let output = "";
    build.stdout?.on("data", (chunk: Buffer) => (output += chunk));
    const code = await exitCode(build);
    if (code !== 0) {
      console.error(output);
      return code;
    }
    await compressStaticFiles(join(root, ".next"));
    writeFileSync(stampIn(root), hash);
    return 0;
  });
}
