import { z } from "zod";

/** Pieces of rows: see rows.ts. PostgreSQL's dates and times come as text. */

/** A day: 2026-05-11. */
export const day = z.iso.date();

/** An instant, as PostgreSQL writes it in text (2026-05-11 06:50:00+00) and in JSON (2026-05-11T06:50:00+00:00). */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/, "not an instant");

/** Who decided something, when and why. */
export const reasonGiven = z.strictObject({ reason: z.string(), by: z.string(), at: instant });

/** An organisation, a person or a system by its name. */
export const named = z.strictObject({ id: z.uuid(), name: z.string() });

export const idRow = z.strictObject({ id: z.uuid() });
export const nameRow = z.strictObject({ name: z.string() });
export const nowRow = z.strictObject({ now: instant });
export const totalRow = z.strictObject({ total: z.number() });
