import { listInWords } from "@/server/format";
import type { Terms } from "@/server/permissions/terms/terms";

/** A suggested promise, which the leader can edit or remove. */
export function promiseToBeginWith({ expectedDips }: Pick<Terms, "expectedDips">): string {
  const measures = [...new Set(expectedDips.map((dip) => `"${dip.measure.name}"`))];
  const dips = measures.length === 0 ? "a risk named here comes true" : `${listInWords(measures)} dips as agreed`;
  return `If ${dips}, I explain it. Nobody will be asked for a recovery plan.`;
}
