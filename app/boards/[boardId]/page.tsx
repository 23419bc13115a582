import type { Metadata } from "next";
import { DecisionCard } from "@/app/decisions/decision-card";
import { AffectedList } from "@/app/experiments/affected-list";
import { BackLink } from "@/app/ui/back-link";
import { Card, CardList } from "@/app/ui/card";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords } from "@/server/format";
import { meetingsInWords, nextMeetingInWords, waitingInWords } from "../meeting-words";
import { Seats } from "./seats";

export async function generateMetadata({ params }: PageProps<"/boards/[boardId]">): Promise<Metadata> {
  const { name } = await api.boards.find(await params);
  return { title: name };
}

export default async function BoardPage({ params }: PageProps<"/boards/[boardId]">) {
  const { boardId } = await params;
  const board = await api.boards.find({ boardId });
  const { waiting, lookAgain, decisions, total, mySeat } = board;
  const others = decisions.filter((decision) => !lookAgain.some((due) => due.id === decision.id));
  return (
    <>
      <BackLink href="/boards">Boards</BackLink>
      <main>
        <PageTitle caption={board.system}>{board.name}</PageTitle>
        <p className="nhsuk-body-l">
          {nextMeetingInWords(board.nextMeetingOn, board.today)} {waitingInWords(waiting.length, lookAgain.length)}
        </p>
        <p>{meetingsInWords(board.meetingRule, board.today)}</p>
        {mySeat && <p>You sit on it as {mySeat}.</p>}
        <AffectedList heading="Nobody answers now for these, so they stand still:" affected={board.unanswered} />
        {waiting.length > 0 && (
          <section>
            <h2 className="nhsuk-heading-m">Waits for an answer</h2>
            <CardList>
              {waiting.map((review) => (
                <Card
                  key={review.reviewId}
                  title={review.title}
                  href={`/experiments/${review.experimentId}/board`}
                  level={3}
                >
                  <p className="mb-2" dir="auto">
                    {review.question}
                  </p>
                  <p className="mb-0 text-s text-secondary">
                    Asked by {review.askedBy} on {dayInWords(londonDay(review.askedAt))}
                  </p>
                </Card>
              ))}
            </CardList>
          </section>
        )}
        {lookAgain.length > 0 && (
          <section>
            <h2 className="nhsuk-heading-m">To be looked at again</h2>
            <CardList>
              {lookAgain.map((decision) => (
                <DecisionCard key={decision.id} decision={decision} level={3} />
              ))}
            </CardList>
          </section>
        )}
        <section>
          <h2 className="nhsuk-heading-m">What it has answered</h2>
          {total === 0 && <p>Nothing yet.</p>}
          <CardList>
            {others.map((decision) => (
              <DecisionCard key={decision.id} decision={decision} level={3} />
            ))}
          </CardList>
          {total > 0 && (
            <p>
              <Link href={`/decisions?board=${boardId}`}>Everything this board has answered</Link>
            </p>
          )}
        </section>
        <ul className="nhsuk-list">
          <li>
            <Link href="/standing">What may start without asking</Link>
          </li>
          <li>
            <Link href={`/systems/${board.systemId}/answers`}>How fast leaders answer</Link>
          </li>
        </ul>
        <section>
          <h2 className="nhsuk-heading-m">Who sits on it</h2>
          <Seats seats={board.seats} />
        </section>
      </main>
    </>
  );
}
