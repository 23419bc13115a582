import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Form } from "@/app/ui/form";
import { termLines } from "@/server/permissions/record/sheet";
import { differences } from "@/server/permissions/terms/difference";
import type { Terms } from "@/server/permissions/terms/terms";
import { namesAsked, riskFieldNames, type StoredRiskFields, suggestedFields } from "@/server/risks/fields";
import { recordRiskInput, riskToEdit } from "@/server/risks/input";
import { ExperimentSummary } from "../board/experiment-summary";
import { TermsInWords } from "../permission/terms-in-words";
import type { Experiment } from "../state-sentence";
import { RiskCard } from "./risk-card";
import { FieldsOfQuestion, RiskFields } from "./risk-form";

/** Each text field holds its own name, so that a test can find where it is shown; the others are closed lists. */
const planted = Object.fromEntries(riskFieldNames.map((name) => [name, `Planted in ${name}`]));
const fields = { ...planted, domain: "reputation", consequence: 5, likelihood: 3 } as StoredRiskFields;
const identity = { id: "r", carriedBy: [{ id: "och", name: "OCH Trust" }] };
const risk = { ...identity, ...fields };
const shownValues: Partial<Record<string, string>> = { domain: "reputation", consequence: "15", likelihood: "15" };
const shownValue = (name: string) => shownValues[name] ?? `Planted in ${name}`;

const terms: Omit<Terms, "fromOn" | "endsOn"> = {
  ...{ problem: "", predictionBecause: "", measures: [] },
  ...{ changeIdea: "Try it", place: "Ward 3", prediction: "", riskOfNotTrying: "Waiting" },
  ...{ takingPart: [], team: [], expectedDips: [], stopRules: [] },
  risks: [risk as Terms["risks"][number]],
};
const sheet = termLines(terms)
  .flatMap(({ term, pieces }) => [term, ...pieces.map(({ text }) => text)])
  .join("\n");
const experiment = { changeIdea: "Try it", stage: "asked", riskOfNotTrying: "Waiting" } as Experiment;
const card = { ...risk, experimentId: "e" };
const html = (node: ReactNode) => renderToStaticMarkup(node);

describe.each(riskFieldNames)("the field %s of a risk", (name) => {
  test.each([
    ["the printed sheet", sheet],
    ["the exact words", html(<TermsInWords terms={terms} />)],
    [
      "the board's page",
      html(<ExperimentSummary experiment={experiment} terms={{ ...terms, reversible: true, noHarmForeseen: null }} />),
    ],
    ["the card", html(<RiskCard risk={card} changeable={false} />)],
  ])("is on %s", (_, text) => {
    expect(text.toLowerCase()).toContain(shownValue(name).toLowerCase());
  });

  test("is listed as a difference when it changes", () => {
    const other = { ...risk, [name]: name === "consequence" || name === "likelihood" ? 1 : "Otherwise" };
    const [difference] = differences(terms, { ...terms, risks: [other as Terms["risks"][number]] });
    expect(difference?.before).toContain(shownValue(name));
    expect(difference?.now).not.toEqual(difference?.before);
  });

  test("is in the form that changes it, filled with the saved value", () => {
    expect(riskToEdit({ ...risk, version: 1 })).toHaveProperty(name, fields[name]);
    const form = html(
      <Form schema={recordRiskInput} change={{ send: async () => {} }}>
        <RiskFields takingPart={[]} />
      </Form>,
    );
    expect(form).toContain(`-${name}"`);
  });

  test("is asked by exactly one question of a draft risk", () => {
    const questions = Object.keys(namesAsked) as (keyof typeof namesAsked)[];
    const askedIn = questions.filter((question) =>
      html(
        <Form schema={recordRiskInput} change={{ send: async () => {} }}>
          <FieldsOfQuestion question={question} />
        </Form>,
      ).includes(`-${name}"`),
    );
    expect(askedIn).toHaveLength(1);
  });

  test("is offered to similar teams, unless it is a score", () => {
    expect(suggestedFields.includes(name as never)).toBe(name !== "consequence" && name !== "likelihood");
  });
});
