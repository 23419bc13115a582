import { spawn } from "node:child_process";
import { openDatabase } from "./open-database";
import { readEnvFiles, readSettings } from "./settings";
import { untilStopped } from "./until-stopped";

// npm run db:psql: a prompt on the database that npm start uses, beside a running Leeway or on its own.
await untilStopped(async (atEnd) => {
  readEnvFiles();
  const databaseUrl = await openDatabase(readSettings(process.env), atEnd);
  const child = spawn("psql", [databaseUrl, ...process.argv.slice(2)], { stdio: "inherit" });
  atEnd(async () => void child.kill());
  return new Promise<number>((resolve) => {
    child.on("error", () => {
      console.error(
        "There is no psql on this machine. Install PostgreSQL's client, or open DATABASE_URL with another one.",
      );
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
});
