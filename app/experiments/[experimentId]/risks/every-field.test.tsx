import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Form } from "@/app/ui/form";
import { termLines } from "@/server/permissions/record/sheet";
import { differences } from "@/server/permissions/terms/difference";
import type { Terms } from "@/server/permissions/terms/terms";
import { namesAsked, riskFieldNames, type StoredRiskFields, suggestedFields } from "@/server/risks/fields";
import { recordRiskInput, riskToEdit } from "@/server/risks/input";
import { TermsInWords } from "../permission/terms-in-words";
import { RiskCard } from "./risk-card";
import { FieldsOfQuestion, RiskFields } from "./risk-form";

/** Every text of the risk is planted, so that it is known where it is shown; the rest is of closed lists. */
const planted = Object.fromEntries(riskFieldNames.map((name) => [name, `Planted in ${name}`]));
const fields = { ...planted, domain: "reputation", consequence: 5, likelihood: 3 } as StoredRiskFields;
const given = { id: "r", carriedBy: [{ id: "och", name: "OCH Trust" }] };
const risk = { ...given, ...fields };
const asShown: Partial<Record<string, string>> = { domain: "reputation", consequence: "15", likelihood: "15" };
const shownOf = (name: string) => asShown[name] ?? `Planted in ${name}`;

const terms: Omit<Terms, "fromOn" | "endsOn"> = {
  ...{ changeIdea: "Try it", place: "Ward 3", prediction: "", riskOfNotTrying: "Waiting" },
  ...{ takingPart: [], team: [], expectedDips: [], stopRules: [] },
  risks: [risk as Terms["risks"][number]],
};
const sheet = termLines(terms)
  .flatMap(({ term, pieces }) => [term, ...pieces.map(({ text }) => text)])
  .join("\n");
const card = { ...risk, experimentId: "e" };
const html = (node: ReactNode) => renderToStaticMarkup(node);

describe.each(riskFieldNames)("the field %s of a risk", (name) => {
  test.each([
    ["the printed sheet", sheet],
    ["the exact words", html(<TermsInWords terms={terms} />)],
    ["the card", html(<RiskCard risk={card} changeable={false} />)],
  ])("is on %s", (_, text) => {
    expect(text.toLowerCase()).toContain(shownOf(name).toLowerCase());
  });

  test("makes a difference when it changes", () => {
    const other = { ...risk, [name]: name === "consequence" || name === "likelihood" ? 1 : "Otherwise" };
    const [one] = differences(terms, { ...terms, risks: [other as Terms["risks"][number]] });
    expect(one?.before).toContain(shownOf(name));
    expect(one?.now).not.toEqual(one?.before);
  });

  test("is in the form that changes it, filled with what is kept", () => {
    expect(riskToEdit({ ...risk, version: 1 })).toHaveProperty(name, fields[name]);
    const form = html(
      <Form schema={recordRiskInput} change={{ send: async () => {} }}>
        <RiskFields takingPart={[]} />
      </Form>,
    );
    expect(form).toContain(`-${name}"`);
  });

  test("is asked by one question of a half-written risk", () => {
    const asking = Object.keys(namesAsked) as (keyof typeof namesAsked)[];
    const asks = asking.filter((question) =>
      html(
        <Form schema={recordRiskInput} change={{ send: async () => {} }}>
          <FieldsOfQuestion question={question} />
        </Form>,
      ).includes(`-${name}"`),
    );
    expect(asks).toHaveLength(1);
  });

  test("is lent to similar teams, unless it is a score", () => {
    expect(suggestedFields.includes(name as never)).toBe(name !== "consequence" && name !== "likelihood");
  });
});
