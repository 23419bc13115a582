import type { Who } from "@/server/who";

type Floor = {
  systemId: string;
  organisationId: string | null;
  confirmedBy: string | null;
  withdrawn: object | null;
};

/** Who proposed a floor, as somebody who would confirm it sees them. */
export type Proposer = {
  /** One person with who would confirm it, now or when it was proposed (rule I6). */
  isOneself: boolean;
  /** The organisations for which they sit on the system's boards; null for none. */
  seats: readonly (string | null)[];
};

/** Why somebody cannot confirm a system's floor (rule I10), as a sentence; null when they can. */
export function whyNotConfirm(who: Who, floor: Floor, proposer: Proposer): string | null {
  if (floor.organisationId !== null) return "Its leader gave it, so nobody else needs to confirm it.";
  if (floor.withdrawn) return "It was taken back, so there is nothing to confirm.";
  if (floor.confirmedBy) return `${floor.confirmedBy} has confirmed it already.`;
  if (proposer.isOneself) return "You proposed it, so somebody of another organisation confirms it.";
  const seats = who.seats.filter((seat) => seat.systemId === floor.systemId && seat.role !== "observer");
  if (seats.length === 0) return "Somebody who sits on a board of this system confirms it.";
  return seats.some((seat) => !proposer.seats.includes(seat.organisationId))
    ? null
    : "You sit there for the same organisation as who proposed it, so somebody of another one confirms it.";
}
