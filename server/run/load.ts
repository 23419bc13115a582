import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { connect } from "@/db/client";
import { codeOf } from "@/db/embedded/problem";
import { migrate } from "@/db/migrate";
import { decoded } from "@/server/measures/load/csv";
import { loadFile } from "@/server/measures/load/load";
import { readOptions, usage } from "@/server/measures/load/options";
import { LoadRefused } from "@/server/measures/load/refused";
import { CannotStart } from "./cannot-start";
import { openDatabase } from "./open-database";
import { readEnvFiles, readSettings } from "./settings";
import { untilStopped } from "./until-stopped";

// npm run load -- --measure <id or name> --file <results.csv> …: see `usage`.
await untilStopped(async (atEnd) => {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === "help") {
      console.log(usage);
      return 0;
    }
    const text = decoded(readBytes(options.file));
    readEnvFiles();
    const databaseUrl = await openDatabase(readSettings(process.env), atEnd);
    await migrate(databaseUrl);
    const database = connect(databaseUrl, { connections: 1 });
    atEnd(() => database.$client.end());
    const sentences = await loadFile(database, { text, fileName: basename(options.file) }, options);
    console.log(sentences.join("\n"));
    return 0;
  } catch (error) {
    if (error instanceof LoadRefused) throw new CannotStart(error.message);
    throw error;
  }
});

/** Paths are relative to the user's directory; npm has changed the working directory. */
function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  } catch (error) {
    const why = codeOf(error) === "ENOENT" ? "it is not there" : (codeOf(error) ?? "no reason given");
    throw new LoadRefused([`The file ${file} cannot be read: ${why}.`]);
  }
}
