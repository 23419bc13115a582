import type { termsEdits } from "@/db/schema";
import { demoId } from "../ids";
import { experimentActs } from "./acts-on-experiments";
import { permissionActs } from "./acts-on-permissions";
import type { DemoSystem } from "./demo-system";

/** Authors of each part of the terms: a row for each journal entry that edited one. */
export function termsEditRows(system: DemoSystem): (typeof termsEdits.$inferInsert)[] {
  const { calendar, systemId } = system;
  return [...experimentActs(system), ...permissionActs(system)].flatMap(({ experiment, by, at, wrote }, index) => {
    if (!experiment || !wrote) return [];
    return {
      id: demoId(`terms-edit/${experiment}/${index}`),
      systemId,
      experimentId: demoId(`experiment/${experiment}`),
      part: wrote,
      editedBy: demoId(`person/${by}`),
      editedAt: calendar.instant(at),
    };
  });
}
