import { defineConfig } from "drizzle-kit";

/** For drizzle-kit's own commands (npx drizzle-kit studio). Migrations are written by npm run db:generate: see db/generate.ts. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
  casing: "snake_case",
  dbCredentials: { url: process.env.DATABASE_URL ?? "" },
});
