import type { Route } from "next";
import { FilterForm } from "@/app/ui/filter-form";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { knownInWords } from "@/server/permissions/coverage/sentences";
import { day } from "@/server/text";

const dayInput = day("Enter the day");

type CoverageOnDayProps = { experimentId: string; asKnownOn: string | string[] | undefined };

/** Whether permission covered the experiment as known on a past day, which is in the address. */
export async function CoverageOnDay({ experimentId, asKnownOn }: CoverageOnDayProps) {
  return (
    <>
      <FilterForm
        action={`/experiments/${experimentId}/history` as Route}
        filters={[
          { kind: "day", name: "asKnownOn", label: "Was it covered, as known on", value: String(asKnownOn ?? "") },
        ]}
      />
      {asKnownOn !== undefined && asKnownOn !== "" && (
        <Sentences of={await coverageSentences(experimentId, asKnownOn)} />
      )}
    </>
  );
}

async function coverageSentences(experimentId: string, asKnownOn: string | string[]): Promise<string[]> {
  const parsed = dayInput.safeParse(asKnownOn);
  if (!parsed.success) return ["That is no day. Enter one such as 27 9 2026."];
  if (parsed.data > londonDay(new Date())) return ["That day is still to come. Choose today or a day before it."];
  return knownInWords(parsed.data, await api.permissions.asKnownOn({ experimentId, day: parsed.data }));
}
