import { listInWords, pluralise } from "@/server/format";

type Permitted = { title: string | null };
const maxNamed = 5;

/** '3 experiments with permission rest on this meaning: "A", "B" and 1 other. …'; empty if there are none. */
export function permissionsEndInWords(permitted: readonly Permitted[]): string {
  if (permitted.length === 0) return "";
  const named = permitted.flatMap(({ title }) => (title === null ? [] : [`"${title}"`])).slice(0, maxNamed);
  const others = permitted.length - named.length;
  const which = [...named, ...(others > 0 ? [pluralise(others, "other")] : [])];
  const [rest, their] = permitted.length === 1 ? ["rests", "Its"] : ["rest", "Their"];
  return `${pluralise(permitted.length, "experiment")} with permission ${rest} on this meaning: ${listInWords(which)}. ${their} permission has to be asked for again.`;
}
