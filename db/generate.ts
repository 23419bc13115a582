import { writeFileSync } from "node:fs";
import { tablesFile, tablesMigration } from "./tables-migration";

// npm run db:generate: until Leeway's first release, it rewrites the first migration instead of adding a second one.
writeFileSync(tablesFile, await tablesMigration());
