import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { exitCode } from "./command";

async function startServer(mode: "gracefully" | "as it is"): Promise<{ child: ChildProcess; port: number }> {
  const script = fileURLToPath(new URL("./testing-web-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, mode], { stdio: ["ignore", 1, 2, "ipc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [port] = await once(child, "message");
  return { child, port };
}

/** Opens the connections that browsers leave open: an unused one, an idle one, and one cut off in the middle of its question. */
async function openSpareConnections(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  for (const asked of ["", "GET / HTTP/1.1\r\n"]) {
    const connection = connect(port, "127.0.0.1");
    onTestFinished(() => void connection.destroy());
    connection.on("error", () => {});
    await once(connection, "connect");
    if (asked) connection.write(asked);
  }
  const [answer]: IncomingMessage[] = await once(get({ port, agent }), "response");
  if (answer) expect(await text(answer)).toBe("quick");
}

async function askSlowly(child: ChildProcess, port: number): Promise<() => Promise<string>> {
  const request = get({ port, path: "/slow", agent: new Agent({ keepAlive: true }) });
  const response = once(request, "response");
  await once(child, "message");
  return async () => {
    child.send("answer");
    const [answer]: IncomingMessage[] = await response;
    return answer ? text(answer) : "";
  };
}

test("told to stop, it finishes what is in flight and does not wait for spare connections", async () => {
  const { child, port } = await startServer("gracefully");
  await openSpareConnections(port);
  const finish = await askSlowly(child, port);
  child.kill("SIGTERM");
  await once(child, "message");
  expect(child.exitCode).toBeNull();
  expect(await finish()).toBe("slow");
  expect(await exitCode(child)).toBe(143);
});

test("the launcher gone without a word, it stops the same way", async () => {
  const { child, port } = await startServer("gracefully");
  await openSpareConnections(port);
  child.disconnect();
  expect(await exitCode(child)).toBe(143);
});

test("control: left as it is, a connection nobody uses holds it up", async () => {
  const { child, port } = await startServer("as it is");
  await openSpareConnections(port);
  child.kill("SIGTERM");
  await once(child, "message");
  const held = new Promise((resolve) => setTimeout(() => resolve("held up"), 1_000));
  expect(await Promise.race([exitCode(child), held])).toBe("held up");
});
