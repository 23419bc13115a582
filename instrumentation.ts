/** Next calls this once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Node's own modules stay out of the other runtime's bundle.
  const { stopGracefully } = await import("./server/run/graceful-stop");
  stopGracefully();
}
