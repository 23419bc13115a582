import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { CannotStart } from "./cannot-start";
import { startProgram, stopProgram } from "./command";
import type { Settings } from "./settings";
import type { AtEnd } from "./until-stopped";

/** Starts Next. On a stop it finishes requests in flight before the database stops. */
export function startNext(mode: "start" | "dev", settings: Settings, env: Record<string, string>, atEnd: AtEnd) {
  const production = mode === "start";
  const next = startProgram("next", "next", [mode, "-p", String(settings.port), "-H", settings.host], {
    // The IPC channel closes when this process dies, even by kill -9
    stdio: ["inherit", production ? "pipe" : "inherit", "inherit", "ipc"],
    env: { ...env, NODE_ENV: production ? "production" : "development" },
  });
  atEnd(() => stopProgram(next));
  return next;
}

/**
 * Waits until the server answers a request, which also warms the first page. Next's output until then is dropped, because we
 * print the address and how to sign in; later output is passed on.
 */
export async function untilItAnswers(settings: Settings, next: ChildProcess): Promise<void> {
  let banner = "";
  const keep = (chunk: Buffer) => {
    banner += chunk;
  };
  next.stdout?.on("data", keep);
  while (!(await answers(settings))) {
    if (next.exitCode !== null || next.signalCode !== null) {
      throw new CannotStart(`${banner}The web server ended before it answered.`);
    }
    await wait(100);
  }
  next.stdout?.off("data", keep);
  next.stdout?.pipe(process.stdout, { end: false });
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
