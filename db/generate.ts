import { writeFileSync } from "node:fs";
import { tablesFile, tablesMigration } from "./tables-migration";

// npm run db:generate: until Leeway is first released, the first migration is written anew instead of a second one added.
writeFileSync(tablesFile, await tablesMigration());
