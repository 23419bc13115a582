import { periodAfter, periodOf } from "@/server/measures/periods";
import type { PermissionRecord, RecordFigure } from "@/server/permissions/record/record";
import { agreedWorst } from "@/server/permissions/record/sentences";

/** Points shown from before the permission, for comparison. */
export const pointsBeforePermission = 12;

/** How many of the newest points to show: the days of the permission and pointsBeforePermission periods before. */
export function pointsToShow({ points, measure }: RecordFigure, { fromOn }: Pick<PermissionRecord, "fromOn">): number {
  const firstPeriod = periodAfter(periodOf(fromOn, measure.rhythm), measure.rhythm, -pointsBeforePermission);
  const shown = points.filter(({ on }) => on >= firstPeriod).length;
  return Math.min(points.length, Math.max(shown, pointsBeforePermission));
}

/** The agreed dip, as a band on the chart. */
export function agreedDipBand(record: PermissionRecord, figure: RecordFigure) {
  const worst = agreedWorst(record, figure);
  const { dip } = figure;
  return dip && worst !== null ? [{ from: dip.fromOn, to: dip.endsOn, edge: worst, agreed: true }] : [];
}
