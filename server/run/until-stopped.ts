import { inWords } from "./cannot-start";

type Close = () => Promise<unknown>;
/** Registers a function to call at the end; they are called in reverse order. */
export type AtEnd = (close: Close) => void;

/**
 * Runs a command until it ends or is stopped (Ctrl-C, SIGTERM, the terminal or parent process has gone), closes what it
 * opened, and exits with its code, or with `codeWhenStopped`.
 */
export async function untilStopped(work: (atEnd: AtEnd) => Promise<number>, codeWhenStopped = 0): Promise<void> {
  const toClose: Close[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return; // Ctrl-C arrives several times: from the terminal, npm and the parent process
    ending = true;
    for (const close of toClose.reverse()) await close().catch((error) => console.error(inWords(error)));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(codeWhenStopped));
  process.once("disconnect", () => void end(codeWhenStopped));
  try {
    await end(await work((close) => toClose.push(close)));
  } catch (error) {
    if (ending) return; // the error is a consequence of stopping
    console.error(inWords(error));
    await end(1);
  }
}
