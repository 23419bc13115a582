/** Next calls this once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Node's own modules stay out of the other runtime's bundle.
  const [{ provideAnswers }, { stopGracefully }, { startWorker }, { enqueueDailyTasks }, { db }] = await Promise.all([
    import("./server/run/provide-answers"),
    import("./server/run/graceful-stop"),
    import("./server/jobs/worker"),
    import("./server/mail/daily"),
    import("./db/client"),
  ]);
  provideAnswers();
  if (process.env.LEEWAY_JOBS === "0") return stopGracefully(); // another process of this server does them
  await enqueueDailyTasks(db());
  const worker = startWorker(db());
  stopGracefully(worker.stop);
}
