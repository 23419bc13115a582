import type { Metadata } from "next";
import { MeasurePart } from "@/app/measures/measure-part";
import { countingInWords, rhythmInWords } from "@/app/measures/measure-words";
import { api } from "@/server/caller";
import { uncapitalised } from "@/server/format";
import { definitionOf } from "@/server/measures/definition";
import { RedefineForm } from "./redefine-form";

export const metadata: Metadata = { title: "Change the definition" };

export default async function EditMeasurePage({ params }: PageProps<"/measures/[measureId]/edit">) {
  const { measureId } = await params;
  const [measure, charts, permissionsEnd] = await Promise.all([
    api.measures.find({ measureId }),
    api.measures.chartChoices({ measureId }),
    api.measures.permissionsEnd({ measureId }),
  ]);
  const current = { ...definitionOf(measure), version: measure.version };
  return (
    <MeasurePart measure={measure} heading="Change the definition">
      {measure.may.redefine ? (
        <>
          <p>
            How it is counted ({uncapitalised(countingInWords[measure.counting])}) and how often (
            {uncapitalised(rhythmInWords[measure.rhythm])}) stay as they are, because results were kept that way.
          </p>
          <RedefineForm
            measureId={measureId}
            current={current}
            asksUnit={measure.counting !== "percentage"}
            charts={charts}
            permissionsEnd={permissionsEnd}
          />
        </>
      ) : (
        <p>Teams that use this measure, those who bring its results, and whoever defined it change its definition.</p>
      )}
    </MeasurePart>
  );
}
