import { z } from "zod";
import { day } from "@/db/shapes";

/** An organisation that carries a risk or a dip of an experiment, who answers for it, and what it has said. */
export const carrierShape = z.strictObject({
  organisationId: z.uuid(),
  organisation: z.string(),
  /** Who answers for it today and may answer this experiment's request. */
  leaders: z.array(z.strictObject({ id: z.uuid(), name: z.string(), standsInFor: z.string().nullable() })),
  /** Leaders left out because they are on the team. */
  onTeam: z.array(z.string()),
  /** Its last day in this system, once that is over. */
  closedOn: day.nullable(),
  /** Who answered for it last, when nobody does now. */
  leaderLeft: z.strictObject({ name: z.string(), on: day }).nullable(),
  covering: z.boolean(),
  granting: z.boolean(),
  outdated: z.boolean(),
  endsOn: day.nullable(),
  /** Last day of what it started by without asking, while no yes covers it. */
  ownWordEndsOn: day.nullable(),
  /** First day of a permission that begins later. */
  beginsOn: day.nullable(),
  /** Last day of one that has ended. */
  endedOn: day.nullable(),
  /** Whether the latest request, still open, waits for its answer; or was answered "not this time". */
  asked: z.boolean(),
  refused: z.boolean(),
  question: z.string().nullable(),
  /** It said yes with conditions that the team has not accepted. */
  conditionsOpen: z.boolean(),
  /** The board whose yes is still missing, where the request needs one. */
  awaitsBoard: z.string().nullable(),
});
export type Carrier = z.infer<typeof carrierShape>;
