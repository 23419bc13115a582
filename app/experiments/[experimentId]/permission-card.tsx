import Link from "next/link";
import { Card } from "@/app/ui/card";
import { amount } from "@/server/measures/figures";
import { untilEndOf } from "@/server/words";
import { stateInWords } from "./permission/carrier-states";
import type { Experiment, Standing } from "./state-sentence";

/** Are we still allowed, until when, what dip is expected, what makes us stop: at a glance, on a phone. */
export function PermissionCard({ experiment, standing }: { experiment: Experiment; standing: Standing }) {
  const { carriers, terms } = standing;
  if (carriers.length === 0 || experiment.stage === "ended") return null;
  return (
    <Card title="Permission" level={2}>
      <dl className="m-0 grid gap-x-6 gap-y-1 text-s tablet:grid-cols-[14rem_1fr] tablet:gap-y-3 tablet:text-m [&_dd]:m-0 [&_dt]:font-bold">
        {carriers.map((carrier) => (
          <div key={carrier.organisationId} className="contents">
            <dt>{carrier.organisation}</dt>
            <dd dir="auto">{stateInWords(carrier)}</dd>
          </div>
        ))}
        <div className="contents">
          <dt>Expected dip</dt>
          <dd>
            {terms.expectedDips.length === 0 && "None"}
            {terms.expectedDips.map((dip) => (
              <p key={dip.id} className="mb-1">
                {dip.measure.name}: to {amount(dip.worstValue, { unit: dip.unit, decimals: 1 })} at worst,{" "}
                {untilEndOf(dip.untilOn)}
              </p>
            ))}
          </dd>
        </div>
        <div className="contents">
          <dt>What makes us stop</dt>
          <dd>
            {terms.stopRules.length === 0 && "No rule is set"}
            {terms.stopRules.map((rule) => (
              <p key={rule.id} className="mb-1" dir="auto">
                {rule.words}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <p className="mt-4 mb-0">
        <Link href={`/experiments/${experiment.id}/permission`}>Who said what</Link>
      </p>
    </Card>
  );
}
