import type { PathwayStage } from "@/db/vocabulary";

/** A stage of care as the place where a problem starts or shows. */
export const stageAsPlace: Record<PathwayStage, string> = {
  home: "at home",
  "general practice": "in general practice",
  community: "in the community",
  ambulance: "with ambulances",
  "front door": "at the front door",
  ward: "on wards",
  discharge: "at discharge",
  "social care": "in social care",
  "planned care": "in planned care",
  "crisis care": "in crisis care",
};
