import { administrators } from "@/db/schema";
import { type TestPerson, testSystem } from "@/server/testing";

/** The small system of a test file, with administrators in it. */
export function testAdministration() {
  const world = testSystem();
  const looksAfter = async (name: string, systemId: string | null): Promise<TestPerson> => {
    const person = await world.person(name);
    await world.db.insert(administrators).values({ personId: person.id, systemId });
    return person;
  };
  return Object.assign(world, { looksAfter });
}

export const aMembership = { team: "", role: "member" as const, fromOn: "2020-01-01" };
