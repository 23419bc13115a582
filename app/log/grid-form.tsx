"use client";

import { useState } from "react";
import { v5 as uuidFrom } from "uuid";
import { toTypedResult } from "@/app/outbox/queued-result";
import { storedHere } from "@/app/outbox/sentences";
import { useLog } from "@/app/outbox/use-log";
import { Form } from "@/app/ui/form";
import { readProblem } from "@/app/ui/form-problem";
import { NumberField } from "@/app/ui/number-field";
import { SubmitButton } from "@/app/ui/submit-button";
import type { MeasureRhythm } from "@/db/vocabulary";
import { pluralise } from "@/server/format";
import { type Grid, gridChecks } from "@/server/measures/number-box";

export type GridRow = {
  measureId: string;
  name: string;
  organisationId: string;
  periodOn: string;
  unit: string;
  decimals: number;
  rhythm: MeasureRhythm;
  boxes: readonly ("value" | "numerator" | "denominator")[];
  /** The period and the organisation. */
  about: string;
  lastTime?: string;
};

/** Several results in one form: valid ones are saved, the others stay in their boxes with a message beside them. */
export function GridForm({ rows }: { rows: readonly GridRow[] }) {
  const log = useLog();
  const [saved, setSaved] = useState<Record<string, RowOutcome>>({});

  const send = async ({ rows: typed }: Grid, formKey: string) => {
    const problems: Problems = { refusal: [], fieldErrors: {} };
    let count = 0;
    for (const { measureId, organisationId, periodOn, boxes, ...measure } of rows) {
      const part = typed[measureId];
      if (measureId in saved || !part || Object.values(part).every((figure) => figure === undefined)) continue;
      count += 1;
      try {
        const key = uuidFrom(measureId, formKey); // one idempotency key per row, the same when the form is sent again
        const typed = toTypedResult({ id: measureId, ...measure }, { organisationId, periodOn, ...part }, key);
        const answer = await log(typed);
        const outcome = typeof answer === "string" ? waiting : { ...isSaved, sentence: answer.sentence };
        setSaved((before) => ({ ...before, [measureId]: outcome }));
      } catch (error) {
        addProblem(problems, error, measureId, boxes[0] ?? "value");
      }
    }
    if (count === 0) problems.refusal.push("Enter at least 1 result. Leave the others empty.");
    if (problems.refusal.length > 0 || Object.keys(problems.fieldErrors).length > 0)
      throw Object.assign(new Error(), { data: problems });
  };
  const remaining = rows.filter(({ measureId }) => !(measureId in saved)).length;
  return (
    <Form schema={gridChecks} change={{ send }} defaultValues={{ rows: {} }}>
      {rows.map((row) => (
        <section key={row.measureId} className="mb-4 max-w-none bg-white p-4" aria-label={row.name}>
          <h2 className="nhsuk-heading-s mb-1" dir="auto">
            {row.name}
          </h2>
          <p className="mb-3 text-s text-secondary">
            {row.about}
            {row.lastTime && `. ${row.lastTime}`}
          </p>
          {saved[row.measureId] ? (
            <p className={`mb-0 border-l-8 pl-3 ${saved[row.measureId]?.border}`} role="status">
              <strong>{saved[row.measureId]?.heading}</strong> {saved[row.measureId]?.sentence}
            </p>
          ) : (
            <div className="flex flex-wrap gap-x-6 [&_.nhsuk-form-group]:mb-0">
              {row.boxes.map((box) => (
                <NumberField
                  key={box}
                  name={`rows.${row.measureId}.${box}`}
                  label={labels[box]}
                  suffix={box === "value" ? row.unit : undefined}
                />
              ))}
            </div>
          )}
        </section>
      ))}
      {remaining > 0 ? (
        <SubmitButton>Save all</SubmitButton>
      ) : (
        <p>{pluralise(rows.length, "result")} kept. Thank you.</p>
      )}
    </Form>
  );
}

type RowOutcome = { heading: string; border: string; sentence: string };
const isSaved = { heading: "Saved.", border: "border-green" };
const waiting: RowOutcome = {
  border: "border-link",
  heading: "Waiting to send.",
  sentence: storedHere,
};

const labels = { value: "Result", numerator: "How many?", denominator: "Out of how many?" };

type Problems = { refusal: string[]; fieldErrors: Record<string, string> };

/** Adds one row's problem to the form's, beside its boxes. */
function addProblem(problems: Problems, error: unknown, measureId: string, first: string) {
  const { sentences, fields } = readProblem(error) ?? { sentences: [], fields: {} };
  const boxes: Record<string, true> = { value: true, numerator: true, denominator: true };
  for (const [box, message] of Object.entries(fields))
    problems.fieldErrors[`rows.${measureId}.${box in boxes ? box : first}`] = message;
  const [sentence] = sentences;
  if (sentence) problems.fieldErrors[`rows.${measureId}.${first}`] = sentence;
}
