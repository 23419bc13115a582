import { expect, test } from "vitest";
import { freshDatabase } from "@/db/testing";
import { startCounting } from "./statements";

test("where the server does not count statements, their number is not known", async () => {
  const fresh = await freshDatabase();
  const counter = await startCounting(fresh.url);
  try {
    expect(await counter.count()).toBeNull();
  } finally {
    await counter.end();
    await fresh.drop();
  }
});
