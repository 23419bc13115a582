import { rmSync } from "node:fs";
import { join } from "node:path";
import { test as base, type Cookie, expect } from "@playwright/test";
import { root } from "@/server/run/command";
import { type Leeway, startLeeway } from "./leeway";
import { type Person, personAt } from "./person";

export { expect };

type Fixtures = {
  /** A new browser context in which nobody is signed in. */
  visit: (at?: string) => Promise<Person>;
  /** A new browser context in which this person of the demo world, by first name, has signed in. */
  signIn: (name: string) => Promise<Person>;
  /** The same with a stored session cookie, for stories that do not begin with signing in; no page is open. */
  comesBack: (name: string) => Promise<Person>;
};
type WorkerFixtures = {
  /** This worker's Leeway, with a fresh demo world. */
  leeway: Leeway;
  /** Session cookies of people who signed in before, by first name. */
  cookies: Map<string, Cookie[]>;
};

/** A story: people by first name; it fails on an error in a browser and on a page that was opened and not checked. */
export const test = base.extend<Fixtures, WorkerFixtures>({
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
      const stored = cookies.get(name);
      if (!stored) {
        const person = await signIn(name);
        cookies.set(name, await person.context().cookies());
        return person;
      }
      const person = await visit();
      await person.context().addCookies(stored);
      return person;
    }),
  signIn: async ({ visit }, use) =>
    use(async (name) => {
      const person = await visit();
      await person.signIn(name);
      return person;
    }),
});
