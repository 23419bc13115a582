import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/app/ui/button";
import { Panel } from "@/app/ui/panel";
import { api } from "@/server/caller";
import { dayInWords, listInWords, pluralise } from "@/server/format";

export const metadata: Metadata = { title: "Sent to the leaders" };

export default async function SentPage({ params }: PageProps<"/experiments/[experimentId]/permission/ask/sent">) {
  const { experimentId } = await params;
  const [{ requests, carriers }, { answerWithinDays }] = await Promise.all([
    api.permissions.overview({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  const [latest] = requests;
  if (!latest || latest.takenBack || latest.ended) redirect(`/experiments/${experimentId}/permission`);
  const { boards } = await api.permissions.request({ experimentId, requestId: latest.id });
  const leaders = [...new Set(carriers.flatMap((carrier) => carrier.leaders.map((leader) => leader.name)))];
  return (
    <main>
      <Panel title="Sent to the leaders">
        {listInWords([...leaders, ...boards.map(({ board }) => `the ${board}`)])} can read it now.
      </Panel>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>They are asked to answer within {pluralise(answerWithinDays, "day")}.</li>
        <li>Each answers alone. You see on the permission page who has.</li>
        <li>Once all have said yes you can start, from {dayInWords(latest.fromOn)}.</li>
        <li>If somebody asks you a question, it waits for you on your home page.</li>
      </ul>
      <LinkButton href={`/experiments/${experimentId}/permission`}>See who has answered</LinkButton>
    </main>
  );
}
