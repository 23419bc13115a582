import Link from "next/link";
import type { ReactNode } from "react";
import type { Stage } from "@/db/terms";
import type { api } from "@/server/caller";
import { amount } from "@/server/measures/figures";
import { counted, dayInWords, listed } from "@/server/words";
import { StageTag } from "../stage-words";

type OnCard = Awaited<ReturnType<typeof api.permissions.card>>;
type PermissionCardProps = {
  experimentId: string;
  stage: Stage;
  card: OnCard;
  /** A leader, whose say it needs while it is paused; its team has a button for that. */
  mayDecide: boolean;
};

/** Are we still allowed, by whom, until when, what dip is expected, what makes us stop: read in 8 seconds, on a phone. */
export function PermissionCard({ experimentId, stage, card, mayDecide }: PermissionCardProps) {
  const { saidYes, ownWord, untilOn, dips, stopRules, sentence } = card;
  const [rule, ...others] = stopRules;
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
        {saidYes.length > 0 && <Row term="Yes from">{listed(saidYes)}</Row>}
        {ownWord && saidYes.length === 0 && <Row term="Yes from">Its team, on its own word</Row>}
        {untilOn && <Row term="Until">the end of {dayInWords(untilOn)}</Row>}
        <Row term="May dip">
          {dips.length === 0 && "Nothing"}
          {dips.map((dip) => (
            <span key={dip.id} className="block">
              {dip.measure.name}: to {amount(dip.worstValue, { unit: dip.measure.unit, decimals: 1 })}, until{" "}
              {dayInWords(dip.untilOn)}
            </span>
          ))}
        </Row>
        <Row term="We stop if">
          {rule ?? "No rule is set"}
          {others.length > 0 && `, or ${counted(others.length, "other rule")}`}
        </Row>
      </dl>
      <p className="mb-0 flex flex-wrap gap-x-6">
        {stage === "paused" && mayDecide && <Link href={`/experiments/${experimentId}/stop`}>Go on or end it</Link>}
        <Link href={`/experiments/${experimentId}/permission`}>Who said what</Link>
      </p>
    </section>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt>{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
