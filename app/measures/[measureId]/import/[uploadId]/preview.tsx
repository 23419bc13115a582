import { Details } from "@/app/ui/details";
import { Sentences } from "@/app/ui/sentences";
import { Table } from "@/app/ui/table";
import type { api } from "@/server/caller";
import { isDivided } from "@/server/measures/part";
import { CheckForm } from "./check-form";
import { ColumnsForm } from "./columns-form";

type PreviewProps = {
  measure: Awaited<ReturnType<typeof api.measures.find>>;
  upload: Awaited<ReturnType<typeof api.imports.find>>;
};

/** The first rows, the meaning of each column, and the questions to answer before the rows can be read. */
export function Preview({ measure, upload }: PreviewProps) {
  const { header, columns, chosen, noticed, preview, questions, version, id, wholes, rowCount } = upload;
  const target = { measureId: measure.id, uploadId: id, version };
  const form = (
    <ColumnsForm
      target={target}
      header={header}
      columns={columns}
      wholes={wholes}
      divided={isDivided(measure.counting)}
      next={!chosen}
    />
  );
  return (
    <>
      <h2 className="nhsuk-heading-m">The first rows</h2>
      <div className="[&_td]:whitespace-nowrap [&_th]:whitespace-nowrap">
        <Table
          caption="The first rows"
          captionHidden
          columns={[{ header: "Row" }, ...header.map((name) => ({ header: name }))]}
          rows={preview.map(({ row, cells }) => ({ key: String(row), cells: [row, ...cells] }))}
        />
      </div>
      <Sentences of={noticed} />
      <h2 className="nhsuk-heading-m">Which column is what</h2>
      {chosen ? (
        <>
          <Sentences of={readInSentences(upload, isDivided(measure.counting))} />
          <Details summary="Choose other columns">{form}</Details>
          <CheckForm target={target} questions={questions} rowCount={rowCount} />
        </>
      ) : (
        form
      )}
    </>
  );
}

function readInSentences({ header, columns, wholes }: PreviewProps["upload"], divided: boolean): string[] {
  const name = (index: string) => `"${header[Number(index)]}"`;
  const whole = wholes.find(({ value }) => value === columns.contributorColumn);
  const less = columns.lessColumn ? `, less ${name(columns.lessColumn)}` : "";
  return [
    `The period is in ${name(columns.periodColumn)}.`,
    whole ? `${whole.label}.` : `Whose result it is, is in ${name(columns.contributorColumn)}.`,
    ...(divided
      ? [
          `How many is in ${name(columns.numeratorColumn)}${less}.`,
          `Out of how many is in ${name(columns.denominatorColumn)}.`,
        ]
      : [`The result is in ${name(columns.valueColumn)}.`]),
  ];
}
