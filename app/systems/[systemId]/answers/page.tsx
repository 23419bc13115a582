import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { Details } from "@/app/ui/details";
import { PageTitle } from "@/app/ui/page-title";
import { Table } from "@/app/ui/table";
import { api } from "@/server/caller";
import { formatNumber, pluralise } from "@/server/format";
import { answersInOneSentence } from "@/server/permissions/answering/answer-times";

export const metadata: Metadata = { title: "How fast leaders answer" };

/** The leaders' answering times: the whole system's, one's own from 5 answers on, and never a team's. */
export default async function AnswersPage({ params }: PageProps<"/systems/[systemId]/answers">) {
  const { systemId } = await params;
  const [systems, { system, mine, ownWord }] = await Promise.all([
    api.organisations.systems(),
    api.permissions.figures({ systemId }),
  ]);
  const { answered, medianDays, waiting, longestWaiting } = system;
  const days = (count: number | null) => (count === null ? "Not said yet" : pluralise(count, "day"));
  return (
    <>
      <BackLink href={`/systems/${systemId}`}>The whole system</BackLink>
      <main>
        <PageTitle caption={systems.find((candidate) => candidate.id === systemId)?.name}>
          How fast leaders answer
        </PageTitle>
        <p className="nhsuk-body-l">{answersInOneSentence(system)}</p>
        <div className="max-w-2xl">
          <Table
            caption="All leaders together"
            columns={[{ header: "What is counted" }, { header: "Figure", numeric: true }]}
            rows={[
              { key: "asked", cells: ["Asked of leaders", formatNumber(answered + waiting)] },
              { key: "answered", cells: ["Answered", formatNumber(answered)] },
              { key: "median", cells: ["Half were answered within", days(medianDays)] },
              { key: "waiting", cells: ["Waiting now", formatNumber(waiting)] },
              ...(waiting > 0 ? [{ key: "longest", cells: ["Waiting the longest", days(longestWaiting)] }] : []),
              { key: "own word", cells: ["Started without asking anybody", formatNumber(ownWord)] },
            ]}
          />
        </div>
        {mine && (
          <p>
            You yourself have answered {formatNumber(mine.answered)}, half of them within {days(mine.medianDays)}. Only
            you see this.
          </p>
        )}
        <Details summary="How this is counted">
          <p>
            A request to 2 organisations counts as 2. The wait is in days by the calendar, from asking to yes or no.
          </p>
          <p>A question does not stop the wait. A request that its team took back before an answer does not count.</p>
          <p>Below 5 answers no wait is said, as it would be about 1 person. There is no such figure for teams.</p>
        </Details>
      </main>
    </>
  );
}
