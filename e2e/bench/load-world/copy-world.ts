import type { World } from "@/server/demo/records";

/** A copy of all records of a system under new keys and names, so that both fit into the same system. */
export function copyWorld(world: World, number: number): World {
  const keys = keysOf(world);
  const there = (text: string) => (keys.has(text) ? `${text}~${number}` : text);
  const place = `place ${number}`;
  const copy = replaceKeys(world, there);
  return {
    ...copy,
    key: world.key,
    organisations: mapRecords(copy.organisations, there, (it) => ({ ...it, name: `${it.name}, ${place}` })),
    people: mapRecords(copy.people, there, (it) => ({
      ...it,
      name: `${it.name} ${number}`,
      email: it.email.replace("@", `.${number}@`),
    })),
    boards: copy.boards.map((board) => ({ ...board, name: `${board.name}, ${place}` })),
    standing: copy.standing.filter((permission) => permission.for), // the original covers the whole system already
    measures: mapRecords(copy.measures, there, (it) => ({ ...it, name: `${it.name}, ${place}` })),
    experiments: copy.experiments.map((it) => ({ ...it, title: `${it.title}, ${place}` })),
  };
}

/** The keys by which records refer to one another. */
function keysOf({ organisations, people, measures, boards, standing, experiments }: World): Set<string> {
  const named = [organisations, people, measures].flatMap((records) => Object.keys(records));
  const listed = [boards, standing.filter((permission) => permission.for), experiments]
    .flat()
    .map((record) => record.key);
  return new Set([...named, ...listed]);
}

/** The same records with every key replaced, wherever it occurs. */
function replaceKeys<Records>(records: Records, there: (text: string) => string): Records {
  const moved = (value: unknown): unknown => {
    if (typeof value === "string") return there(value);
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moved(inner)]));
  };
  return moved(records) as Records;
}

function mapRecords<Value>(
  records: Record<string, Value>,
  there: (key: string) => string,
  copied: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(records).map(([key, value]) => [there(key), copied(value)]));
}
