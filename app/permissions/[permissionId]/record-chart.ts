import { periodAfter, periodOf } from "@/server/measures/periods";
import type { PermissionRecord, RecordFigure } from "@/server/permissions/record/record";
import { agreedWorst } from "@/server/permissions/record/sentences";

/** What the chart of a record shows of its figure: the days of the permission, and as much before as shows what was usual. */
export const pointsBeforePermission = 12;

/** How many of a figure's newest points lie in the days of the permission or shortly before. */
export function pointsToShow({ points, measure }: RecordFigure, { fromOn }: Pick<PermissionRecord, "fromOn">): number {
  const first = periodAfter(periodOf(fromOn, measure.rhythm), measure.rhythm, -pointsBeforePermission);
  const shown = points.filter(({ on }) => on >= first).length;
  return Math.min(points.length, Math.max(shown, pointsBeforePermission));
}

/** The dip that leaders agreed to, as a band. */
export function agreedDipBand(record: PermissionRecord, figure: RecordFigure) {
  const worst = agreedWorst(record, figure);
  const { dip } = figure;
  return dip && worst !== null ? [{ from: dip.fromOn, to: dip.endsOn, edge: worst, agreed: true }] : [];
}
