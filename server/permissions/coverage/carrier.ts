/** An organisation that carries a risk or a dip of an experiment, who answers for it, and what it has said. */
export type Carrier = {
  organisationId: string;
  organisation: string;
  /** Who answers for it today and may answer this experiment's request. */
  leaders: { id: string; name: string; standsInFor: string | null }[];
  /** Leaders left out because they are on the team. */
  onTeam: string[];
  /** Its last day in this system, once that is over. */
  closedOn: string | null;
  /** Who answered for it last, when nobody does now. */
  leaderLeft: { name: string; on: string } | null;
  covering: boolean;
  granting: boolean;
  outdated: boolean;
  endsOn: string | null;
  /** Last day of what it started by without asking, while no yes covers it. */
  ownWordEndsOn: string | null;
  /** First day of a permission that begins later. */
  beginsOn: string | null;
  /** Last day of one that has ended. */
  endedOn: string | null;
  /** Whether the latest request, still open, waits for its answer; or was answered "not this time". */
  asked: boolean;
  refused: boolean;
  question: string | null;
  /** It said yes with conditions that the team has not accepted. */
  conditionsOpen: boolean;
  /** The board whose yes is still missing, where the request needs one. */
  awaitsBoard: string | null;
};
