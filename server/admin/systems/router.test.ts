import { expect, test } from "vitest";
import { administrators } from "@/db/schema";
import { key, testSystem } from "@/server/testing";

const world = testSystem();

test("I4: an administrator says how long permissions last at most, a year or less, and nobody else does", async () => {
  const systemId = await world.system();
  const una = await world.person("Una");
  await world.db.insert(administrators).values({ personId: una.id, systemId });
  const set = (longestPermissionMonths: number, by = una) =>
    by.api.admin.systems.setPermissionLimits({ systemId, answerWithinDays: 7, longestPermissionMonths, key: key() });
  await set(6);
  expect(await una.api.admin.systems.find({ systemId })).toMatchObject({
    answerWithinDays: 7,
    longestPermissionMonths: 6,
  });
  await expect(set(13)).rejects.toThrow("Enter 12 or fewer");
  await expect(set(0)).rejects.toThrow("Enter 1 or more");
  await expect(set(3, await world.person("Nobody"))).rejects.toThrow("could not find");
});
