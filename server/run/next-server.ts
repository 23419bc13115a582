import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CannotStart } from "./cannot-start";
import { root, startProgram, startScript, stopProgram } from "./command";
import type { Settings } from "./settings";
import type { AtEnd } from "./until-stopped";

/** Starts Next for developing. */
export function startDevelopmentServer({ port, host }: Settings, env: Record<string, string>, atEnd: AtEnd) {
  const next = startProgram("next", "next", ["dev", "-p", String(port), "-H", host], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...env, NODE_ENV: "development" },
  });
  atEnd(() => stopProgram(next));
  return next;
}

/** Starts the web server, in as many processes as wanted. On a stop it finishes requests in flight before the database stops. */
export function startWebServer({ port, host, workers }: Settings, env: Record<string, string>, atEnd: AtEnd) {
  const server = [script("web-server.mjs"), String(port), host];
  const [path = "", ...args] = workers === 1 ? server : [script("workers.mjs"), String(workers), ...server];
  const started = startScript(path, args, {
    // The IPC channel closes when this process dies, even by kill -9
    stdio: ["inherit", "pipe", "inherit", "ipc"],
    env: { ...env, NODE_ENV: "production" },
  });
  atEnd(() => stopProgram(started));
  return started;
}

const script = (name: string) => join(root, "server", "run", name);

/**
 * Waits until the server answers a request, which also warms the first page. The server's output until then is dropped, because we
 * print the address and how to sign in; later output is passed on.
 */
export async function untilItAnswers(settings: Settings, server: ChildProcess): Promise<void> {
  let banner = "";
  const keep = (chunk: Buffer) => {
    banner += chunk;
  };
  server.stdout?.on("data", keep);
  while (!(await answers(settings))) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new CannotStart(`${banner}The web server ended before it answered.`);
    }
    await wait(100);
  }
  server.stdout?.off("data", keep);
  server.stdout?.pipe(process.stdout, { end: false });
}

async function answers({ host, port }: Settings): Promise<boolean> {
  const near = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  const name = near.includes(":") && !near.startsWith("[") ? `[${near}]` : near;
  try {
    await fetch(`http://${name}:${port}/sign-in`, { redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}
