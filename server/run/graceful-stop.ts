import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const timeoutMs = 15_000;

/**
 * Finishes requests in flight on a stop. Next waits for its server to close, which a browser's open connections would delay
 * for ever: idle ones are closed at once, busy ones after their response.
 */
export function stopGracefully(alsoStop: () => Promise<void> = () => Promise.resolve()): void {
  let stopping = false;
  const sockets = new Set<Socket>();
  const busy = new Map<ServerResponse, Socket>();
  subscribe("net.server.socket", (message) => {
    const { socket } = message as { socket: Socket };
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  subscribe("http.server.request.start", (message) => {
    const { response, socket } = message as { request: IncomingMessage; response: ServerResponse; socket: Socket };
    busy.set(response, socket);
    response.once("close", () => busy.delete(response));
    response.once("finish", () => {
      if (stopping) socket.end(); // response.socket is already null here
    });
  });
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void alsoStop();
    const answering = new Set(busy.values());
    for (const socket of sockets) if (!answering.has(socket)) socket.destroy();
    setTimeout(() => process.exit(0), timeoutMs).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The launcher died (kill -9)
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
