// A separate process that uses the server in a data folder, so that tests can kill it: node --import tsx … <what> <folder>
import pg from "pg";
import { openEmbedded } from "./open";

const [what = "hold", folder = ""] = process.argv.slice(2);

let last = 0;

/** Prints each number after its row is committed: a row that was printed and is missing afterwards was lost. */
async function write(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (;;) {
    const number = ++last;
    await client.query("insert into kept (number) values ($1)", [number]);
    console.log(number);
  }
}

/** The control, with the bug that the test must detect: it prints numbers thousands at a time before their rows are committed. */
async function writeCarelessly(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (;;) {
    const number = ++last;
    if (number % 5_000 === 1) await client.query("begin");
    await client.query("insert into kept (number) values ($1)", [number]);
    console.log(number);
    if (number % 5_000 === 0) await client.query("commit");
  }
}

async function makeTable(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("drop table if exists kept; create table kept (number int primary key)");
  await client.end();
}

const embedded = await openEmbedded(folder, { throwaway: what === "hold" });
console.log(JSON.stringify({ url: embedded.url, started: embedded.started, serverPid: embedded.serverPid }));
process.stdin.resume().on("end", () => embedded.release().then(() => process.exit(0)));
if (what !== "hold") await makeTable(embedded.url);
if (what === "write") await Promise.all([1, 2, 3, 4, 5, 6].map(() => write(embedded.url)));
if (what === "write carelessly") await writeCarelessly(embedded.url);
