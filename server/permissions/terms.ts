import { fingerprint } from "@/server/canonical";

/** Everything a permission covers, exactly as it was put to the leaders. Organisations and people by id and by name. */
export type Terms = {
  changeIdea: string;
  place: string;
  prediction: string;
  takingPart: Party[];
  team: Party[];
  risks: {
    id: string;
    harm: string;
    whoIsAffected: string;
    domain: string;
    consequence: number;
    likelihood: number;
    reducedBy: string;
    firstSign: string;
    carriedBy: Party[];
  }[];
  riskOfNotTrying: string;
  /** Whether it can be undone at any time; null while nobody has said. */
  reversible?: boolean | null;
  expectedDips: {
    id: string;
    measure: Party;
    unit: string;
    fromOn: string;
    untilOn: string;
    worstValue: number;
    carriedBy: Party[];
  }[];
  stopRules: { id: string; kind: string; words: string }[];
  /** With a renewal: why it is asked for longer. */
  whyLonger?: string;
  fromOn: string;
  untilOn: string;
};

/** Somebody or something that terms name: the id decides, the name is what the leader read. */
export type Party = { id: string; name: string };

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The same terms in one order, however the rows came. */
export function inOrder(terms: Terms): Terms {
  return {
    ...terms,
    takingPart: terms.takingPart.toSorted(byId),
    team: terms.team.toSorted(byId),
    risks: terms.risks.toSorted(byId).map((risk) => ({ ...risk, carriedBy: risk.carriedBy.toSorted(byId) })),
    expectedDips: terms.expectedDips.toSorted(byId).map((dip) => ({ ...dip, carriedBy: dip.carriedBy.toSorted(byId) })),
    stopRules: terms.stopRules.toSorted(byId),
  };
}

/** SHA-256 of the exact terms: what the leader's answer carries. */
export const hashTerms = (terms: Terms): string => fingerprint(inOrder(terms));

/**
 * SHA-256 of what a change of makes it "terms changed": the change idea, who, where, risks, dips and stop rules.
 * Dates belong to each request, so that asking for longer leaves what was given in force; names may be corrected.
 */
export function hashMaterial(terms: Omit<Terms, "fromOn" | "untilOn">): string {
  const ids = (parties: Party[]) => parties.map((party) => party.id).toSorted();
  return fingerprint({
    changeIdea: terms.changeIdea,
    place: terms.place,
    takingPart: ids(terms.takingPart),
    team: ids(terms.team),
    risks: terms.risks.toSorted(byId).map((risk) => ({ ...risk, carriedBy: ids(risk.carriedBy) })),
    expectedDips: terms.expectedDips
      .toSorted(byId)
      .map((dip) => ({ ...dip, measure: dip.measure.id, unit: undefined, carriedBy: ids(dip.carriedBy) })),
    stopRules: terms.stopRules.toSorted(byId),
    reversible: terms.reversible ?? undefined,
  });
}
