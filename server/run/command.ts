import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts an installed program without a shell, so that signals reach it. */
export function startProgram(
  packageName: string,
  program: string,
  args: string[],
  options: Omit<SpawnOptions, "env"> & { env?: Record<string, string> } = {},
): ChildProcess {
  const require = createRequire(join(root, "package.json"));
  const manifest: { bin: string | Record<string, string> } = require(`${packageName}/package.json`);
  const file = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[program];
  const path = join(dirname(require.resolve(`${packageName}/package.json`)), file ?? "");
  return startScript(path, args, options);
}

/** Starts a script on this process's Node. */
export function startScript(
  path: string,
  args: string[],
  options: Parameters<typeof startProgram>[3] = {},
): ChildProcess {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.env };
  return spawn(process.execPath, [path, ...args], { cwd: root, stdio: "inherit", ...options, env });
}

/** Waits for a process to end. @returns its exit code, as a shell would give it */
export async function exitCode(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode ?? 128 + (child.signalCode ? constants.signals[child.signalCode] : 0);
}

/** Asks a process to stop, waits, and kills it after `within` milliseconds. */
export async function stopProgram(child: ChildProcess, within = 20_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const tooLate = setTimeout(() => child.kill("SIGKILL"), within);
  await once(child, "exit");
  clearTimeout(tooLate);
}
