import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  // Components may import their stylesheet, and tests need nothing of it
  css: { postcss: { plugins: [] } },
  test: {
    include: ["{app,server,db,e2e}/**/*.test.ts", "{app,server,db}/**/*.test.tsx"],
    pool: "forks",
    env: { NEXTAUTH_SECRET: "for tests alone, and longer than 32 characters" },
    globalSetup: "./db/testing-server.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
