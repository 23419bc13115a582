import { rmSync } from "node:fs";
import { join } from "node:path";
import { test as base, type Cookie, expect } from "@playwright/test";
import { root } from "@/server/run/command";
import { type Leeway, startLeeway } from "./leeway";
import { type Person, personAt } from "./person";

export { expect };

type Told = {
  /** A browser of its own in which nobody is signed in. */
  visit: (at?: string) => Promise<Person>;
  /** A browser in which this person of the demo world has signed in; a first name will do. */
  signIn: (name: string) => Promise<Person>;
  /** The same, for a story that begins elsewhere than at signing in: they did so before, and no page is open yet. */
  comesBack: (name: string) => Promise<Person>;
};
type OnWorker = {
  /** This worker's Leeway, with the demo world as it is on a first start. */
  leeway: Leeway;
  /** Who has come before, by the name in the story. */
  cookies: Map<string, Cookie[]>;
};

/** A story: people by name, in browsers that fail it for any error on the console and for any page nobody looked at. */
export const test = base.extend<Told, OnWorker>({
  leeway: [
    async ({}, use, worker) => {
      const dataDir = join(root, ".e2e", `data-${worker.workerIndex}`);
      rmSync(dataDir, { recursive: true, force: true });
      const leeway = await startLeeway({ dataDir });
      await use(leeway);
      expect(await leeway.stop(), "a stopped Leeway ends well").toBe(0);
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  cookies: [async ({}, use) => use(new Map()), { scope: "worker" }],
  baseURL: async ({ leeway }, use) => use(leeway.address),
  visit: async ({ browser, baseURL }, use) => {
    const people: Person[] = [];
    await use(async (at) => {
      const context = await browser.newContext({ baseURL: at ?? baseURL });
      const person = personAt(await context.newPage());
      people.push(person);
      return person;
    });
    for (const person of people) person.endsWell();
    for (const person of people) await person.context().close();
  },
  comesBack: async ({ visit, signIn, cookies }, use) =>
    use(async (name) => {
      const before = cookies.get(name);
      if (!before) {
        const person = await signIn(name);
        cookies.set(name, await person.context().cookies());
        return person;
      }
      const person = await visit();
      await person.context().addCookies(before);
      return person;
    }),
  signIn: async ({ visit }, use) =>
    use(async (name) => {
      const person = await visit();
      await person.signIn(name);
      return person;
    }),
});
