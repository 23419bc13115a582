import type { pauseFixes } from "@/db/schema";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";

/** Fixes reported by teams of paused experiments. */
export const pauseFixRows = ({ world, calendar, systemId }: DemoSystem): (typeof pauseFixes.$inferInsert)[] =>
  world.experiments.flatMap(({ key, pauseFixes = [] }) =>
    pauseFixes.map(({ by, at, words }) => ({
      id: demoId(`pause-fix/${key}/${at}`),
      systemId,
      experimentId: demoId(`experiment/${key}`),
      inWords: words,
      reportedBy: demoId(`person/${by}`),
      reportedAt: calendar.instant(at),
    })),
  );
