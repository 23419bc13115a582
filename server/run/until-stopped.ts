import { inWords } from "./cannot-start";

type Close = () => Promise<unknown>;
/** Says what to close at the end; what was opened last is closed first. */
export type AtEnd = (close: Close) => void;

/**
 * Runs a command until it ends by itself, or is told to stop (Ctrl-C, SIGTERM, the terminal or the process above is gone).
 * Either way everything opened is closed before this process ends, with the code that the work gives or `whenTold`.
 */
export async function untilStopped(work: (atEnd: AtEnd) => Promise<number>, whenTold = 0): Promise<void> {
  const toClose: Close[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return; // Ctrl-C arrives several times: from the terminal, and passed on by npm and by the process above
    ending = true;
    for (const close of toClose.reverse()) await close().catch((error) => console.error(inWords(error)));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(whenTold));
  process.once("disconnect", () => void end(whenTold));
  try {
    await end(await work((close) => toClose.push(close)));
  } catch (error) {
    if (ending) return; // it broke off because its child or its database was stopped
    console.error(inWords(error));
    await end(1);
  }
}
