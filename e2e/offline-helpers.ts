import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { type Person, personAt } from "./person";
import { expect } from "./story";
import { demoId } from "./world";

export const hospital = demoId("organisation/QUH");
export const phone = { width: 390, height: 844 };

/** Sends a query or a mutation by tRPC. */
export async function asks(person: Person, procedure: string, input: object) {
  const answer = await person.request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return (await answer.json()).result.data;
}
export async function sends(person: Person, procedure: string, input: object) {
  const answer = await person.request.post(`/api/trpc/${procedure}`, { data: { key: randomUUID(), ...input } });
  return (await answer.json()).result?.data;
}

/** Defines a measure without results, with one contributor. */
export async function definesMeasure(person: Person, name: string): Promise<string> {
  const { measureId } = await sends(person, "measures.define", {
    ...{ systemId: demoId("system/quillshire"), name, operationalDefinition: "Every one that somebody saw" },
    ...{ counting: "count", unit: "calls", direction: "up", rhythm: "day", contributors: [hospital] },
  });
  return measureId;
}

export type Row = { periodOn: string; value: number; at: string; revision: number };
/** [value, day] of all stored rows of a measure, in the order of their arrival. */
export async function rowsOf(person: Person, measureId: string): Promise<[number, string][]> {
  const rows: Row[] = await asks(person, "measures.ownPart", { measureId, organisationId: hospital });
  return rows.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ value, periodOn }) => [value, periodOn]);
}

/** Opens the page of a measure, and waits until the device can work offline. */
export async function opensAndIsReady(person: Person, measureId: string): Promise<void> {
  const fetched = person.waitForResponse(
    (answer) => answer.url().includes("readyToLog") && answer.url().includes(measureId),
  );
  await person.opens(`/log/${measureId}`);
  await fetched;
  const answers = () =>
    person.evaluate(
      async () => Boolean((await navigator.serviceWorker.getRegistration("/log"))?.active) && caches.has("leeway-log"),
    );
  await expect.poll(answers).toBe(true);
}

/** The number of rows of an IndexedDB store. */
export const onDevice = (person: Person, store: string): Promise<number> =>
  person.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("leeway");
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    store,
  );

/** Opens an address in a new tab of the same device. */
export async function opensAgain(context: BrowserContext, address: string): Promise<Person> {
  const person = personAt(await context.newPage());
  person.mayLog(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  await person.setViewportSize(phone);
  await person.goto(address);
  return person;
}

export async function saves(person: Person, value: number) {
  await person.writes("Result", String(value));
  await person.press("Save");
}
