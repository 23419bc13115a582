import { inWords } from "./cannot-start";

type Close = () => Promise<unknown>;
/** Says what to close at the end; what was opened last is closed first. */
export type AtEnd = (close: Close) => void;

/**
 * Runs a command until it ends by itself, or is told to stop (Ctrl-C, SIGTERM, the terminal or the process above is gone).
 * Either way everything opened is closed before this process ends: 0 when told to stop, else what the work says.
 */
export async function untilStopped(work: (atEnd: AtEnd) => Promise<number>): Promise<void> {
  const toClose: Close[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return; // Ctrl-C arrives several times: from the terminal, and passed on by npm and by the process above
    ending = true;
    for (const close of toClose.reverse()) await close().catch((error) => console.error(inWords(error)));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  process.once("disconnect", () => void end(0));
  try {
    await end(await work((close) => toClose.push(close)));
  } catch (error) {
    if (ending) return; // it broke off because its child or its database was stopped
    console.error(inWords(error));
    await end(1);
  }
}
