import { Table } from "@/app/ui/table";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import type { Carrier } from "@/server/permissions/coverage/carrier";

export type CarrierState = Omit<Carrier, "onTeam" | "closedOn" | "leaderLeft" | "leaders"> & {
  leaders: Pick<Carrier["leaders"][number], "name" | "standsInFor">[];
};

/** The answer of an organisation that carries a risk, as a phrase. */
export function stateInWords(carrier: CarrierState): string {
  if (carrier.ownWordEndsOn) {
    const then = carrier.beginsOn && carrier.endsOn ? `, then yes ${untilEndOf(carrier.endsOn)}` : "";
    return `On the team's own word ${untilEndOf(carrier.ownWordEndsOn)}${then}`;
  }
  if (carrier.covering && carrier.endsOn) return `Yes, ${untilEndOf(carrier.endsOn)}`;
  if (carrier.granting && carrier.beginsOn) return `Yes, from ${dayInWords(carrier.beginsOn)}`;
  if (carrier.outdated) return "Yes to other words than now";
  if (carrier.conditionsOpen) return "Yes, but not to all of it: the team has not accepted yet";
  if (carrier.awaitsBoard) return `Yes, once the ${carrier.awaitsBoard} says yes too`;
  if (carrier.refused) return "Not this time";
  if (carrier.question) return `A question: ${carrier.question}`;
  if (carrier.asked) return `Waiting for ${leaderNames(carrier)}`;
  if (carrier.endedOn) return `Ended on ${dayInWords(carrier.endedOn)}`;
  return "Not asked yet";
}

const leaderNames = (carrier: CarrierState) =>
  listInWords(carrier.leaders.map(({ name, standsInFor }) => (standsInFor ? `${name} (for ${standsInFor})` : name))) ||
  "a leader";

export function CarrierStates({ carriers }: { carriers: CarrierState[] }) {
  return (
    <Table
      narrow="stack"
      caption="Who carries a risk or a dip, and what they have said"
      columns={[{ header: "Organisation" }, { header: "Answers for it" }, { header: "What they said" }]}
      rows={carriers.map((carrier) => ({
        key: carrier.organisationId,
        cells: [carrier.organisation, leaderNames(carrier), stateInWords(carrier)],
      }))}
    />
  );
}
