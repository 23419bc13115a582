import { OwnWords } from "@/app/ui/own-words";
import type { api } from "@/server/caller";
import { momentInWords } from "@/server/format";

export type DecisionInPause = Awaited<ReturnType<typeof api.permissions.pauseDecisions>>[number];

const inWords = {
  "keep paused": "keeps it paused",
  "end permission": "ended its permission",
  "go on": "let it go on",
} as const satisfies Record<DecisionInPause["decision"], string>;

/** Whose leader keeps it paused now: the latest word of each organisation counts. */
export const decisionsToKeepPaused = (decisions: readonly DecisionInPause[]): DecisionInPause[] =>
  [...new Map(decisions.map((one) => [one.organisationId, one])).values()].filter(
    (one) => one.decision === "keep paused",
  );

type Fix = Awaited<ReturnType<typeof api.permissions.fixes>>[number];

/** What the team says it has done since it was paused. */
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

/** What leaders have decided since it was paused, each with their reason. */
export function Decisions({ decisions }: { decisions: readonly DecisionInPause[] }) {
  return decisions.map(({ organisation, decision, reason, by, inPlaceOf, at }) => (
    <div key={`${organisation} ${at}`}>
      <p className="mb-2">
        {organisation} {inWords[decision]}
      </p>
      <OwnWords text={reason} by={inPlaceOf ? `${by} in place of ${inPlaceOf}` : by} when={momentInWords(at)} />
    </div>
  ));
}
