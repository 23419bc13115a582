import { inWords } from "./cannot-start";

type Close = () => Promise<unknown>;
/** Registers what to close at the end, in reverse order. */
export type AtEnd = (close: Close) => void;

/**
 * Runs a command until it ends or is stopped (Ctrl-C, SIGTERM, the terminal or parent process is gone), closes what was
 * opened, and exits with the code of the work, or with `whenTold` after a stop.
 */
export async function untilStopped(work: (atEnd: AtEnd) => Promise<number>, whenTold = 0): Promise<void> {
  const toClose: Close[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return; // Ctrl-C arrives several times: from the terminal, npm and the parent process
    ending = true;
    for (const close of toClose.reverse()) await close().catch((error) => console.error(inWords(error)));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(whenTold));
  process.once("disconnect", () => void end(whenTold));
  try {
    await end(await work((close) => toClose.push(close)));
  } catch (error) {
    if (ending) return; // the error is a consequence of stopping
    console.error(inWords(error));
    await end(1);
  }
}
