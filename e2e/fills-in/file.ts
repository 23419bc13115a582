import type { Person } from "../person";

/** Chooses a file of results and sends it. */
export async function choosesFile(person: Person, name: string, content: string | Uint8Array): Promise<void> {
  await person.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await person.press("Look at this file");
}
