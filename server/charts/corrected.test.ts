import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "@/server/charts/analyse";
import { chartData } from "@/server/charts/data";
import { key, testSystem } from "@/server/testing";

const world = testSystem();
const weeks = ["2026-03-02", "2026-03-09", "2026-03-16"];

test("a correction equals having typed it right", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "QUH");
  const imogen = await world.person("Imogen", { systemId, organisationId });
  const { measures } = imogen.api;
  let defined = 0;
  const define = async () => {
    const { measureId } = await measures.define({
      ...{ systemId, contributors: [organisationId], name: `Calls ${defined++}`, unit: "calls", key: key() },
      ...{ operationalDefinition: "Calls", counting: "count", direction: "up", rhythm: "week" },
    });
    return measureId;
  };
  const log = (measureId: string, periodOn: string, value: number) =>
    measures.log({ measureId, organisationId, periodOn, value, key: key() });
  const shown = async (measureId: string) => {
    const measure = { ...(await measures.find({ measureId })), name: "Calls" };
    return chartData(analyse(measure, await measures.series({ measureId })), measure, { id: "c" });
  };
  const figure = fc.nat(500);
  const typed = fc.array(fc.record({ wrong: figure, right: figure }), { minLength: 1, maxLength: weeks.length });
  await fc.assert(
    fc.asyncProperty(typed, async (figures) => {
      const [corrected, right] = [await define(), await define()];
      for (const [i, { wrong, right: value }] of figures.entries()) {
        const periodOn = weeks[i] ?? "";
        await log(right, periodOn, value);
        await log(corrected, periodOn, wrong);
        if (wrong === value) continue;
        const correction = { measureId: corrected, organisationId, periodOn, value, version: 1 };
        await measures.correct({ ...correction, reason: "Typed wrong", key: key() });
      }
      expect(await shown(corrected)).toEqual(await shown(right));
    }),
    { numRuns: 6 },
  );
});
