import { withFullStop } from "@/server/format";
import type { PermissionAsk } from "@/server/permissions/answering/one-page";
import { type CarrierState, stateInWords } from "./carrier-states";

type Board = { board: string; saysYes: boolean };

/** Who else must say yes, and their answers so far: the other organisations and each board asked. */
export function otherAnswers(
  carriers: readonly CarrierState[],
  boards: readonly Board[],
  answersFor: readonly string[],
): PermissionAsk["others"] {
  return [
    ...carriers
      .filter((carrier) => !answersFor.includes(carrier.organisationId))
      .map((carrier) => ({
        who: carrier.organisation,
        says: carrier.covering ? "Yes." : withFullStop(stateInWords(carrier)),
        yes: carrier.granting,
      })),
    ...boards.map(({ board, saysYes }) => ({
      who: board,
      says: saysYes ? "It may go on." : "Asked as well, no yes yet.",
      yes: saysYes,
    })),
  ];
}
