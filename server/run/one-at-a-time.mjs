import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Runs work while holding a lock file, so that two starts in one checkout do not install or build at the same time.
 * Takes over a lock whose process has ended. Plain JavaScript: it runs before anything is installed.
 * @template Result
 * @param {string} lock - the file
 * @param {() => Result | Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) await wait(200);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock); // atomic: nobody reads a lock without a process id
    return true;
  } catch (error) {
    if (!has(error, "EEXIST")) throw error;
    // Acquired in the next round, so that of two processes that see it abandoned neither removes the other's lock
    if (holderIsGone(lock)) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} lock */
function holderIsGone(lock) {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return false;
  } catch (error) {
    return has(error, "ESRCH");
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function has(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
