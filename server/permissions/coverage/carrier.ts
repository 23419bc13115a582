import { z } from "zod";
import { day } from "@/db/shapes";

/** An organisation that carries a risk or dip of an experiment, and who answers for it. */
export const whoCarries = z.strictObject({
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
});

/** How the permission of one carrier stands today: see `carrierState`. */
export type CarrierState = {
  covering: boolean;
  /** It covers today, or will from a later day. */
  granting: boolean;
  /** It was given for other terms. */
  outdated: boolean;
  endsOn: string | null;
  /** Last day of the standing permission in use, while no yes covers it. */
  ownWordEndsOn: string | null;
  /** First day of a future permission. */
  beginsOn: string | null;
  /** Last day of an ended permission. */
  endedOn: string | null;
  /** Whether the open request waits for its answer; or the latest was answered "not this time". */
  asked: boolean;
  refused: boolean;
  question: string | null;
  /** It set conditions that the team has not accepted. */
  conditionsOpen: boolean;
  /** The board whose yes is needed and missing. */
  awaitsBoard: string | null;
};
export type Carrier = z.infer<typeof whoCarries> & CarrierState;
