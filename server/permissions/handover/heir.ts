/** An organisation in a system: whether it serves there today, and who takes over what it carried when it no longer does. */
export type Serving = { open: boolean; successorId: string | null };

/**
 * Who takes over what a closed organisation carries of an experiment (rule I9): its successor, or that one's if it has closed
 * too; where none is open, the experiment's lead organisation or its successor. Null where none of them is open: then nobody
 * answers, and the administrators say who does.
 */
export function heirOf(organisationId: string, leadId: string, serving: ReadonlyMap<string, Serving>): string | null {
  return openInLine(organisationId, serving) ?? openInLine(leadId, serving);
}

function openInLine(first: string, serving: ReadonlyMap<string, Serving>): string | null {
  const seen = new Set<string>();
  for (let id: string | null = first; id !== null && !seen.has(id); id = serving.get(id)?.successorId ?? null) {
    if (serving.get(id)?.open) return id;
    seen.add(id);
  }
  return null;
}
