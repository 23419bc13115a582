import { Details } from "@/app/ui/details";
import { SummaryList } from "@/app/ui/summary-list";
import { onePage, type PermissionAsk } from "@/server/permissions/answering/one-page";
import { RiskGrid } from "./risk-grid";
import { TermsInWords } from "./terms-in-words";

type OnePageAskProps = { ask: PermissionAsk; onlyWhatIsAgreed?: boolean };

/** The ask on one page, for the leader and for the team's preview; the same terms row by row are folded below. */
export function OnePageAsk({ ask, onlyWhatIsAgreed }: OnePageAskProps) {
  const { lead, idea, sections } = onePage(ask, { onlyWhatIsAgreed });
  return (
    <>
      <p className="mb-1" dir="auto">
        {lead}
      </p>
      <p className="nhsuk-body-l whitespace-pre-wrap" dir="auto">
        {idea}
      </p>
      <dl className="m-0 mb-4 grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 tablet:grid-cols-[12rem_minmax(0,1fr)] [&_dd]:wrap-anywhere tablet:gap-y-3 [&_dd]:m-0 [&_dd]:mb-2 [&_dt]:font-bold">
        {sections.map(({ term, lines, onGrid }) => (
          <div key={term} className="contents">
            <dt className="text-m">{term}</dt>
            <dd dir="auto">
              {onGrid && <RiskGrid risks={onGrid} />}
              {lines.map(({ strong, text }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and their order never changes
                <p key={place} className="mb-1 whitespace-pre-wrap">
                  {strong && <strong>{strong}</strong>}
                  {strong && " "}
                  {text}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <ExactTerms ask={ask} />
    </>
  );
}

/** Everything a yes covers, word for word, and the reasons. */
export function ExactTerms({ ask }: { ask: PermissionAsk }) {
  const { fromOn, endsOn, ...terms } = ask.terms;
  const outlooks = terms.expectedDips.map(({ id, measure }) => ({
    term: `The past of ${measure.name}`,
    value: ask.outlooks.get(id)?.join(" ") ?? "",
  }));
  return (
    <Details summary="Show the exact words">
      <SummaryList rows={outlooks.filter(({ value }) => value !== "")} />
      <TermsInWords terms={{ ...terms, fromOn: fromOn ?? undefined, endsOn: endsOn ?? undefined }} />
    </Details>
  );
}
