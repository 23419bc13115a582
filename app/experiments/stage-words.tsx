import { Tag, type TagTone } from "@/app/ui/tag";
import type { Stage } from "@/db/vocabulary";
import { sentenceCase } from "@/server/format";

/** Blue only where somebody has to act; no colour means good or bad. */
const tones: Record<Stage, TagTone> = {
  idea: "white",
  asked: "blue",
  permitted: "white",
  running: "white",
  paused: "blue",
  "permission ended": "blue",
  "terms changed": "blue",
  "nobody answers": "blue",
  ended: "grey",
};

const stageNames: Record<Stage, string> = {
  idea: "idea",
  asked: "waiting for permission",
  permitted: "permission given",
  running: "running",
  paused: "paused",
  "permission ended": "permission ended",
  "terms changed": "terms changed",
  "nobody answers": "nobody answers for it",
  ended: "ended",
};

export const stageInWords = (stage: Stage): string => sentenceCase(stageNames[stage]);

export function StageTag({ stage }: { stage: Stage }) {
  return <Tag tone={tones[stage]}>{stageInWords(stage)}</Tag>;
}
