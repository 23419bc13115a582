import type { Stage } from "@/db/vocabulary";

type Now = {
  stage: Stage;
  prediction: string | null;
  /** Whether a risk is written down, or that no harm is foreseen. */
  risksSaid: boolean;
  riskOfNotTrying: string | null;
  whyNotStart: string[];
  concluded: boolean;
};

export type NextStep = {
  sentence: string;
  part: "edit" | "risks" | "permission" | "permission/ask" | "start" | "stop" | "learning";
  label: string;
};

/** The team's next step: one sentence and one button. */
export function nextStep(now: Now): NextStep | null {
  switch (now.stage) {
    case "idea":
      if (!now.prediction?.trim()) {
        return {
          sentence: "Say what you expect to happen, and who takes part.",
          part: "edit",
          label: "Say what you expect",
        };
      }
      if (!now.risksSaid || !now.riskOfNotTrying?.trim()) {
        return {
          sentence: "Say what could go wrong, and what goes wrong today.",
          part: "risks",
          label: "What could go wrong",
        };
      }
      if (now.whyNotStart.length === 0) return start;
      return { sentence: "Ask the leaders who carry the risks.", part: "permission/ask", label: "Ask for permission" };
    case "asked":
      if (now.whyNotStart.length === 0) return start;
      return { sentence: "The leaders have your request.", part: "permission", label: "See who has answered" };
    case "permitted":
      return now.whyNotStart.length === 0 ? start : null;
    case "terms changed":
      if (now.whyNotStart.length === 0) return start;
      return {
        sentence: "The words changed, so permission does not cover them.",
        part: "permission",
        label: "Ask again",
      };
    case "permission ended":
      if (now.whyNotStart.length === 0) return start;
      return {
        sentence: "Permission has ended. Ask again, or end the experiment.",
        part: "permission",
        label: "Ask again",
      };
    case "nobody answers":
      return {
        sentence: "Nobody answers for an organisation that carries it, so it does not run.",
        part: "permission",
        label: "See who is missing",
      };
    case "paused":
      return { sentence: "It is paused until people agree how to go on.", part: "stop", label: "Go on or end it" };
    case "running":
      return {
        sentence: "When you know enough, end it and say what you learned.",
        part: "learning",
        label: "End it and say what we learned",
      };
    case "ended":
      if (now.concluded) return null;
      return {
        sentence: "It has stopped. Say what you learned, so that others can use it.",
        part: "learning",
        label: "Say what we learned",
      };
    default:
      return now.stage satisfies never;
  }
}

const start: NextStep = {
  sentence: "Nobody needs to be asked any more. You can start.",
  part: "start",
  label: "Start the experiment",
};
