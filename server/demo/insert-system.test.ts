import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measures, people, systems } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { demoId } from "./ids";
import { insertRows } from "./insert-system";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh?.drop());

test("a column that only some rows name keeps its default in the others, and null is null", async () => {
  const [systemId, definedBy] = [demoId("system/larkmoor"), demoId("person/ravi")];
  const measure = (name: string, more: object = {}) => ({
    ...{ id: demoId(`measure/${name}`), systemId, definedBy, name, unit: "calls", operationalDefinition: "Every call" },
    ...{ direction: "up" as const, rhythm: "week" as const, counting: "count" as const, ...more },
  });
  const rows = [
    measure("Plain"),
    measure("Chosen", { decimals: 2, chartKind: "c", suppressSmall: true, target: 5 }),
    measure("Without a goal", { target: null }),
  ];
  await fresh.db.transaction(async (tx) => {
    await insertRows(tx, systems, [{ id: systemId, name: "Larkmoor" }]);
    await insertRows(tx, people, [{ id: definedBy, name: "Ravi", email: "ravi@larkmoor.example" }]);
    await insertRows(tx, measures, rows);
    await insertRows(tx, measures, []);
  });
  const stored = await fresh.db.select().from(measures).where(eq(measures.systemId, systemId)).orderBy(measures.name);
  const byDefault = { decimals: 0, chartKind: "XmR", suppressSmall: false, preset: "NHS England tools", target: null };
  expect(stored).toMatchObject([
    { name: "Chosen", decimals: 2, chartKind: "c", suppressSmall: true, preset: "NHS England tools", target: 5 },
    { name: "Plain", ...byDefault },
    { name: "Without a goal", ...byDefault },
  ]);
});
