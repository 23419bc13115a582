import { OwnWords } from "@/app/ui/own-words";
import type { api } from "@/server/caller";
import { momentInWords } from "@/server/format";

export type DecisionInPause = Awaited<ReturnType<typeof api.permissions.pauseDecisions>>[number];

const decisionsInWords = {
  "keep paused": "keeps it paused",
  "end permission": "ended its permission",
  "go on": "let it go on",
} as const satisfies Record<DecisionInPause["decision"], string>;

/** Decisions that keep it paused: only the latest of each organisation counts. */
export const decisionsToKeepPaused = (decisions: readonly DecisionInPause[]): DecisionInPause[] =>
  [...new Map(decisions.map((decision) => [decision.organisationId, decision])).values()].filter(
    ({ decision }) => decision === "keep paused",
  );

type Fix = Awaited<ReturnType<typeof api.permissions.fixes>>[number];

/** Fixes the team has reported since the pause. */
export function Fixes({ fixes }: { fixes: readonly Fix[] }) {
  if (fixes.length === 0) return null;
  return (
    <>
      <p className="mb-2">What its team has done about it</p>
      {fixes.map(({ words, by, at }) => (
        <OwnWords key={at} text={words} by={by} when={momentInWords(at)} />
      ))}
    </>
  );
}

/** Leaders' decisions since the pause, with their reasons. */
export function Decisions({ decisions }: { decisions: readonly DecisionInPause[] }) {
  return decisions.map(({ organisation, decision, reason, by, inPlaceOf, at }) => (
    <div key={`${organisation} ${at}`}>
      <p className="mb-2">
        {organisation} {decisionsInWords[decision]}
      </p>
      <OwnWords text={reason} by={inPlaceOf ? `${by} in place of ${inPlaceOf}` : by} when={momentInWords(at)} />
    </div>
  ));
}
