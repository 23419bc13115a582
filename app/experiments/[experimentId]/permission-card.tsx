import type { SavedCard } from "@/app/outbox/cards";
import { SaveCardButton } from "@/app/outbox/save-card-button";
import { Link } from "@/app/ui/link";
import type { Stage } from "@/db/vocabulary";
import type { api } from "@/server/caller";
import { dayInWords, listInWords, pluralise } from "@/server/format";
import { exactAmount } from "@/server/measures/figures";
import { StageTag, stageInWords } from "../stage-words";

type PermissionCardData = Awaited<ReturnType<typeof api.permissions.card>>;
type PermissionCardProps = {
  experimentId: string;
  title: string;
  stage: Stage;
  card: PermissionCardData;
  /** Leaders decide while it is paused; the team has its own button. */
  mayDecide: boolean;
};

/** Is it allowed, by whom, until when, which dip is expected, what stops it: readable in 8 seconds on a phone. */
export function PermissionCard({ experimentId, title, stage, card, mayDecide }: PermissionCardProps) {
  const { endsOn, sentence } = card;
  const rows = rowsOf(card);
  return (
    <section className="mb-4 border border-solid border-grey-4 bg-white p-4 tablet:p-6" aria-labelledby="permission">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="permission" className="nhsuk-heading-s m-0">
          Permission
        </h2>
        <StageTag stage={stage} />
      </div>
      <p className="mb-2 font-bold" dir="auto">
        {sentence}
      </p>
      <dl className="m-0 mb-2 grid grid-cols-[5.25rem_1fr] gap-x-3 gap-y-0.5 text-s tablet:grid-cols-[12rem_1fr] tablet:text-m [&_dd]:m-0 [&_dt]:font-bold">
        {rows.map(({ term, lines }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd dir="auto">
              {lines.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mb-0 flex flex-wrap items-center gap-x-6">
        {stage === "paused" && mayDecide && <Link href={`/experiments/${experimentId}/stop`}>Go on or end it</Link>}
        <Link href={`/experiments/${experimentId}/permission`}>Who said what</Link>
        <SaveCardButton
          card={{
            experimentId,
            title,
            stage: stageInWords(stage),
            sentence,
            rows,
            endsOn,
          }}
        />
      </p>
    </section>
  );
}

function rowsOf({ saidYes, ownWord, endsOn, dips, boards, stopRules }: PermissionCardData): SavedCard["rows"] {
  const [rule, ...others] = stopRules;
  const allowedBy = saidYes.length > 0 ? listInWords(saidYes) : ownWord && "Its team, on its own word";
  const dipInWords = ({ measure, worstValue, endsOn }: PermissionCardData["dips"][number]) =>
    `${measure.name}: to ${exactAmount(worstValue, measure.unit)}, until ${dayInWords(endsOn)}`;
  const stopInWords = `${rule ?? "No rule is set"}${others.length > 0 ? `, or ${pluralise(others.length, "other rule")}` : ""}`;
  return [
    ...(allowedBy ? [{ term: "Yes from", lines: [allowedBy] }] : []),
    ...(endsOn ? [{ term: "Until", lines: [`the end of ${dayInWords(endsOn)}`] }] : []),
    { term: "May dip", lines: dips.length > 0 ? dips.map(dipInWords) : ["Nothing"] },
    { term: "We stop if", lines: [stopInWords] },
    ...(boards.length > 0 ? [{ term: "Boards said", lines: boards }] : []),
  ];
}
