import type { MeasureCounting, MeasureDirection } from "@/db/vocabulary";
import { listInWords, sentenceCase, untilEndOf, withFullStop } from "@/server/format";
import type { Terms } from "@/server/permissions/terms/terms";

type MeasureInTerms = Terms["measures"][number];

const better: Record<MeasureDirection, string> = {
  up: "higher is better",
  down: "lower is better",
  neither: "neither way is better",
};
const counted: Record<MeasureCounting, string> = {
  percentage: "a percentage",
  count: "a sum",
  ratio: "a ratio",
  value: "one figure",
};

/** What a measure of the terms means, in two lines: its name and part, and everything by which two people would count the same. */
export function measureInWords(measure: MeasureInTerms): { name: string; meaning: string } {
  const { name, role, unit, direction, rhythm, counting, operationalDefinition, contributors } = measure;
  const how = [`in ${unit}`, better[direction], `every ${rhythm}`, counted[counting]].join(", ");
  const from = contributors
    .map((party) => (party.endsOn === null ? party.name : `${party.name} ${untilEndOf(party.endsOn)}`))
    .toSorted();
  return {
    name: `${name}, ${role}`,
    meaning: `${withFullStop(operationalDefinition)} ${sentenceCase(how)}. Brought by ${listInWords(from)}.`,
  };
}
