import { listInWords } from "@/server/format";
import type { Terms } from "@/server/permissions/terms/terms";

/** A sensible promise to begin with: the leader reads it, changes it, or takes it out. Nothing is promised for them. */
export function promiseToBeginWith({ expectedDips }: Pick<Terms, "expectedDips">): string {
  const figures = [...new Set(expectedDips.map((dip) => `"${dip.measure.name}"`))];
  const dips = figures.length === 0 ? "a risk named here comes true" : `${listInWords(figures)} dips as agreed`;
  return `If ${dips}, I explain it. Nobody will be asked for a recovery plan.`;
}
