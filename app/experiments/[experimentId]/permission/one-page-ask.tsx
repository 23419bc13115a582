import { Details } from "@/app/ui/details";
import { SummaryList } from "@/app/ui/summary-list";
import { type Asked, onePage } from "@/server/permissions/one-page";
import { TermsInWords } from "./terms-in-words";

type OnePageAskProps = {
  asked: Asked;
  /** How many words it may have, where others stand on the page too. */
  most?: number;
};

/** The ask as the leader reads it in a lift; the team previews the same. Nothing is hidden: the exact words are one press away. */
export function OnePageAsk({ asked, most }: OnePageAskProps) {
  const { lead, idea, sections } = onePage(asked, most);
  const { problem, because, outlooks } = asked;
  const { fromOn, untilOn, ...terms } = asked.terms;
  return (
    <>
      <p className="mb-1" dir="auto">
        {lead}
      </p>
      <p className="nhsuk-body-l whitespace-pre-wrap" dir="auto">
        {idea}
      </p>
      <dl className="m-0 mb-4 grid gap-x-6 gap-y-1 tablet:grid-cols-[12rem_1fr] tablet:gap-y-3 [&_dd]:m-0 [&_dd]:mb-2 [&_dt]:font-bold">
        {sections.map(({ term, lines }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd dir="auto">
              {lines.map(({ strong, text }) => (
                <p key={`${strong} ${text}`} className="mb-1 whitespace-pre-wrap">
                  {strong && <strong>{strong}</strong>} {text}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Details summary="Show the exact words">
        <SummaryList
          rows={[
            { term: "What bothers them", value: problem },
            { term: "Why it should work", value: because },
            ...terms.expectedDips.map(({ id, measure }) => ({
              term: `The past of ${measure.name}`,
              value: outlooks.get(id)?.join(" ") ?? "",
            })),
          ]}
        />
        <TermsInWords terms={{ ...terms, fromOn: fromOn ?? undefined, untilOn: untilOn ?? undefined }} />
      </Details>
    </>
  );
}
