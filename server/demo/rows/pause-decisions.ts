import type { pauseDecisions } from "@/db/schema";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";

/** Leaders' decisions while an experiment was paused. */
export const pauseDecisionRows = ({ world, calendar, systemId }: DemoSystem): (typeof pauseDecisions.$inferInsert)[] =>
  world.experiments.flatMap(({ key, pauseDecisions = [] }) =>
    pauseDecisions.map(({ for: organisation, by, at, decision, reason }) => ({
      id: demoId(`pause-decision/${key}/${at}`),
      systemId,
      experimentId: demoId(`experiment/${key}`),
      organisationId: demoId(`organisation/${organisation}`),
      decision,
      reason,
      decidedBy: demoId(`person/${by}`),
      decidedAt: calendar.instant(at),
    })),
  );
