import type { Route } from "next";
import { FilterForm } from "@/app/ui/filter-form";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { knownInWords } from "@/server/permissions/coverage/sentences";
import { day } from "@/server/text";

const aDay = day("Enter the day");

/** Whether it was covered, as known on a past day: for a question that somebody asks later. The day is in the address. */
export async function CoverageOnDay({ experimentId, on }: { experimentId: string; on: string | string[] | undefined }) {
  return (
    <>
      <FilterForm
        action={`/experiments/${experimentId}/history` as Route}
        filters={[{ kind: "day", name: "asKnownOn", label: "Was it covered, as known on", value: String(on ?? "") }]}
      />
      {on !== undefined && on !== "" && <Sentences of={await answerFor(experimentId, on)} />}
    </>
  );
}

async function answerFor(experimentId: string, on: string | string[]): Promise<string[]> {
  const asked = aDay.safeParse(on);
  if (!asked.success) return ["That is no day. Enter one such as 27 9 2026."];
  if (asked.data > londonDay(new Date())) return ["That day is still to come. Choose today or a day before it."];
  return knownInWords(asked.data, await api.permissions.asKnownOn({ experimentId, day: asked.data }));
}
