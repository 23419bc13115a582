import { Details } from "@/app/ui/details";
import { Sentences } from "@/app/ui/sentences";
import { Table } from "@/app/ui/table";
import type { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { isDivided } from "@/server/measures/part";
import { ColumnsForm } from "./columns-form";
import { SaveForm } from "./save-form";

type CheckedProps = {
  measure: Awaited<ReturnType<typeof api.measures.find>>;
  upload: Awaited<ReturnType<typeof api.imports.find>>;
};

/** The result of the check: how many rows can be saved, and what is wrong with the others, by row, column and reason. */
export function Checked({ measure, upload }: CheckedProps) {
  const { id, version, found, problems, problemCount, causes, header, columns, wholes } = upload;
  const measureId = measure.id;
  if (!found) return null;
  const { good, problemRows, already, different } = found;
  const unlisted = problemCount - problems.length;
  const are = (count: number) => (count === 1 ? "is" : "are");
  return (
    <>
      <h2 className="nhsuk-heading-m">
        {good + different === 0 ? "There is nothing new to save" : `${pluralise(good + different, "row")} can be saved`}
      </h2>
      <Sentences
        of={[
          ...(problemRows > 0 ? [`${pluralise(problemRows, "row")} cannot be read. They are left out.`] : []),
          ...(already > 0 ? [`${pluralise(already, "row")} ${are(already)} there already, with the same result.`] : []),
          ...(different > 0
            ? [`${pluralise(different, "row")} ${are(different)} there already, with another result.`]
            : []),
        ]}
      />
      {good + different > 0 && (
        <SaveForm target={{ measureId, uploadId: id, version }} good={good} different={different} />
      )}
      <Details summary="Choose other columns, or answer otherwise">
        <ColumnsForm
          target={{ measureId, uploadId: id, version }}
          {...{ header, columns, wholes, divided: isDivided(measure.counting), next: false }}
        />
      </Details>
      {problems.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">What cannot be read</h2>
          <Sentences of={causes.map(inWords)} />
          <Table
            caption="What cannot be read"
            captionHidden
            narrow="stack"
            columns={[{ header: "Row" }, { header: "Column" }, { header: "Reason" }]}
            rows={problems.map(({ row, column, reason }, index) => ({
              key: `${row} ${index}`,
              cells: [row, column ?? "The whole row", reason],
            }))}
          />
          {unlisted > 0 && <p>And {pluralise(unlisted, "more like these", "more like these")}.</p>}
          <p>
            {/* A file, so not a <Link> */}
            <a className="inline-block py-2" href={`/measures/${measureId}/import/${id}/problems`} download>
              Download what cannot be read (CSV)
            </a>
          </p>
        </>
      )}
    </>
  );
}

const inWords = ({ column, reason, rows }: CheckedProps["upload"]["causes"][number]) =>
  `${pluralise(rows, "row")}${column ? `, ${column}` : ""}: ${reason}`;
