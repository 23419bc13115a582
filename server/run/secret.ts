import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepareDataFolder } from "@/db/embedded/folders";
import { codeOf } from "@/db/embedded/problem";
import { CannotStart } from "./cannot-start";

const shortest = 32;

/** The secret that signs sessions and links: NEXTAUTH_SECRET, else one created once in a file that only this user can read. */
export function sessionSecret(dataDir: string, given: string | undefined): string {
  if (given) {
    if (given.length >= shortest) return given;
    throw new CannotStart("NEXTAUTH_SECRET is too short. Give at least 32 characters that nobody can guess.");
  }
  prepareDataFolder(dataDir);
  const file = join(dataDir, "secret");
  const secret = readSecret(file) ?? makeSecret(file);
  if (secret.length >= shortest) return secret;
  throw new CannotStart(`The secret in ${file} is damaged. Remove the file: everybody then signs in once more.`);
}

function readSecret(file: string): string | undefined {
  try {
    const secret = readFileSync(file, "utf8").trim();
    chmodSync(file, 0o600);
    return secret;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new CannotStart(`The secret in ${file} cannot be read. Start Leeway as the user who owns it.`);
  }
}

/** If two processes create it at once, the second uses the first one's. */
function makeSecret(file: string): string {
  const mine = `${file}.${process.pid}`;
  try {
    writeFileSync(mine, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    linkSync(mine, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw new CannotStart(`The secret cannot be kept in ${file} (${codeOf(error)}).`);
  } finally {
    rmSync(mine, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}
