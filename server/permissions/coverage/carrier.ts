import { z } from "zod";
import { day } from "@/db/shapes";

/** An organisation that carries a risk or dip of an experiment, who answers for it, and the state of its permission. */
export const carrierShape = z.strictObject({
  organisationId: z.uuid(),
  organisation: z.string(),
  /** Who may answer this experiment's request for it today. */
  leaders: z.array(z.strictObject({ id: z.uuid(), name: z.string(), standsInFor: z.string().nullable() })),
  /** Leaders excluded because they are on the team. */
  onTeam: z.array(z.string()),
  /** Its last day in this system, if in the past. */
  closedOn: day.nullable(),
  /** The last leader, when there is none now. */
  leaderLeft: z.strictObject({ name: z.string(), on: day }).nullable(),
  covering: z.boolean(),
  granting: z.boolean(),
  outdated: z.boolean(),
  endsOn: day.nullable(),
  /** Last day of the standing permission in use, while no yes covers it. */
  ownWordEndsOn: day.nullable(),
  /** First day of a future permission. */
  beginsOn: day.nullable(),
  /** Last day of an ended permission. */
  endedOn: day.nullable(),
  /** Whether the open request waits for its answer; or the latest was answered "not this time". */
  asked: z.boolean(),
  refused: z.boolean(),
  question: z.string().nullable(),
  /** It set conditions that the team has not accepted. */
  conditionsOpen: z.boolean(),
  /** The board whose yes is needed and missing. */
  awaitsBoard: z.string().nullable(),
});
export type Carrier = z.infer<typeof carrierShape>;
