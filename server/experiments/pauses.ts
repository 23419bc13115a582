import { type PauseReason, pauseReasons } from "@/db/vocabulary";
import { listOfEither } from "@/server/format";

/** Reasons of a pause that its team may lift by itself; every other waits for a leader (rule I8). */
export const liftedByTeam: readonly PauseReason[] = ["something else"];
export const liftedByLeader = pauseReasons.filter((reason) => !liftedByTeam.includes(reason));

type Pauses = readonly { pauseReason: PauseReason | null }[];

/** Whether a leader lets it go on: what counts is every pause since it last started or went on. */
export const waitsForLeader = (pauses: Pauses) =>
  pauses.some(({ pauseReason }) => pauseReason === null || !liftedByTeam.includes(pauseReason));

/** Who lets it go on and what comes before, as the rest of a sentence that begins "until". */
export function whoLetsItGoOn(pauses: Pauses, carriers: readonly { organisation: string }[]): string {
  const organisations = carriers.map(({ organisation }) => organisation);
  const leader = `a leader of ${listOfEither(organisations) || "a carrier"}`;
  return waitsForLeader(pauses)
    ? `${leader} lets it go on, after its team has said what it did about it`
    : `its team or ${leader} lets it go on`;
}

export const staysPausedUntil = (who: string) => `It stays paused until ${who}.`;
export const NOT_SAID_WHAT_IT_DID = "The team has not said yet what it has done about it";
export const keepsItPaused = ({ by, organisation }: { by: string; organisation: string }) =>
  `${by} keeps it paused for ${organisation}`;
