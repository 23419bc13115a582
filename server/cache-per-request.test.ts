import { expect, test, vi } from "vitest";
import { cachePerRequest } from "./cache-per-request";

function aPage() {
  const find = vi.fn(async ({ id }: { id: string }) => ({ id }));
  const list = vi.fn(async () => ["one"]);
  const refuse = vi.fn(async () => Promise.reject(new Error("not found")));
  const known = new Map<string, unknown>();
  return { find, list, refuse, known, api: cachePerRequest({ experiments: { find, list, refuse } }, () => known) };
}

test("the same question is asked once, another input is another question", async () => {
  const { api, find } = aPage();
  const results = [{ id: "a" }, { id: "b" }, { id: "a" }].map((input) => api.experiments.find(input));
  expect(await Promise.all(results)).toEqual([{ id: "a" }, { id: "b" }, { id: "a" }]);
  expect(find.mock.calls).toEqual([[{ id: "a" }], [{ id: "b" }]]);
});

test("procedures do not mix, and nothing is known of the page before", async () => {
  const { api, find, list, known } = aPage();
  await Promise.all([api.experiments.list(), api.experiments.list(), api.experiments.find({ id: "a" })]);
  known.clear();
  await api.experiments.list();
  expect([list.mock.calls.length, find.mock.calls.length]).toEqual([2, 1]);
});

test("a refusal reaches everyone who asked", async () => {
  const { api, refuse } = aPage();
  const results = [api.experiments.refuse(), api.experiments.refuse()];
  for (const answer of results) await expect(answer).rejects.toThrow("not found");
  expect(refuse).toHaveBeenCalledTimes(1);
});
