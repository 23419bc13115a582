import type { MeasureCounting } from "@/db/vocabulary";
import { checks } from "@/server/checks";
import { isDivided, problemsWithPart, type SentPart } from "./part";

/*
 * What is checked on the device before a result is sent. Said without zod, which is as large as all other script that the
 * pages for results need beyond any page's; the server checks by logInput and correctInput.
 */

export const sayWhyCorrected = "Say why it is corrected. A few words are enough";

type Figures = { value?: number; numerator?: number; denominator?: number };
export type NumberBox = Figures & { organisationId: string; periodOn: string; reason?: string; version?: number };

/** The number box, for a new result or a correction. */
export const numberBoxChecks = (counting: MeasureCounting, { corrects }: { corrects: boolean }) =>
  checks<NumberBox>((sent) => {
    const { reason, version, ...part } = sent as NumberBox;
    const problems = Object.entries(problemsWithPart(counting, part as SentPart));
    if (corrects && !reason?.trim()) problems.push(["reason", sayWhyCorrected]);
    if (problems.length > 0) return { issues: problems.map(([box, message]) => ({ path: [box], message })) };
    // Drops a reason and version left over from a period that has a result
    return { value: corrects ? { ...part, reason, version } : part };
  });

export type Grid = { rows: Record<string, Figures> };
/** Boxes of several measures, by measure id. Empty rows are not sent; the server says what is wrong with one, beside it. */
export const gridChecks = checks<Grid>((sent) => ({ value: { rows: (sent as Partial<Grid>).rows ?? {} } }));

/** The boxes needed for a way of counting. */
export const boxesOf = (counting: MeasureCounting) =>
  isDivided(counting) ? (["numerator", "denominator"] as const) : (["value"] as const);
