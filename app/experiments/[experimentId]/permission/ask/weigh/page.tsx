import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BackLink } from "@/app/ui/back-link";
import { Interruption } from "@/app/ui/interruption";
import { Link } from "@/app/ui/link";
import { api } from "@/server/caller";
import { boardScore, riskBand } from "@/server/risks/score";
import { WeighButton } from "./weigh-button";

export const metadata: Metadata = { title: "Weigh this risk once more" };

/** Shown once per draft, before a request with a high risk is sent. */
export default async function WeighPage({ params }: PageProps<"/experiments/[experimentId]/permission/ask/weigh">) {
  const { experimentId } = await params;
  const [{ may }, { highestScore }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  if (!may.askPermission || highestScore < boardScore) redirect(`/experiments/${experimentId}/permission/ask`);
  return (
    <>
      <BackLink href={`/experiments/${experimentId}/permission/ask`}>Asking for permission</BackLink>
      <main>
        <Interruption title="Weigh this risk once more">
          <p>
            A risk scores {highestScore} of 25, which is {riskBand(highestScore)}.
          </p>
          <p>A board is asked as well as the leaders. Nothing starts before all of them have said yes.</p>
          <p>Think of the people it could happen to. Is there more that would make it less likely, or less bad?</p>
          <WeighButton experimentId={experimentId} />
          <p>
            <Link href={`/experiments/${experimentId}/risks?from=asking`}>Look at the risks again</Link>
          </p>
        </Interruption>
      </main>
    </>
  );
}
