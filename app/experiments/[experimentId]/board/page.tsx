import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { EmptyState } from "@/app/ui/empty-state";
import { Inset } from "@/app/ui/inset";
import { api } from "@/server/caller";
import { listInWords, weekdayInWords } from "@/server/format";
import { ExperimentSubpage } from "../experiment-subpage";
import { AskReviewForm } from "./ask-review-form";
import { BoardCharts } from "./board-charts";
import { ExperimentSummary } from "./experiment-summary";
import { Review } from "./review";

export const metadata: Metadata = { title: "Board reviews" };

export default async function BoardReviewsPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/board">) {
  const { experimentId } = await params;
  const [experiment, reviews] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.boards.reviewsOf({ experimentId }),
  ]);
  const { title, may, shared, systemId } = experiment;
  const boards = may.askBoard ? await api.boards.list() : [];
  const boardsToAsk = boards.filter((board) => board.systemId === systemId);
  const mayAnswer = reviews.some((review) => review.mayAnswer);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Board reviews">
      <PageNotice search={searchParams} />
      {reviews.length > 0 && <p className="nhsuk-body-l">{waitingFor(reviews)}</p>}
      {reviews.length === 0 && !may.askBoard && (
        <EmptyState>
          Here you will find what boards say about this experiment. Its team has not asked a board yet.
        </EmptyState>
      )}
      {mayAnswer && (
        <>
          <ExperimentSummary experiment={experiment} terms={(await api.permissions.overview({ experimentId })).terms} />
          <BoardCharts experimentId={experimentId} search={await searchParams} />
        </>
      )}
      {reviews.map((review) => (
        <Review key={review.id} experimentId={experimentId} review={review} />
      ))}
      {may.askBoard && (
        <section>
          <h2 className="nhsuk-heading-m">Ask a board</h2>
          <p>
            A board can unblock what partners hold up, share a risk of 15 or more, and spread what helps. It answers
            with a reason.
          </p>
          {!shared && (
            <Inset>
              <p>Only your team sees this draft now. When you ask a board, everyone in the system can see it.</p>
            </Inset>
          )}
          {boardsToAsk.length > 0 ? (
            <AskReviewForm
              experimentId={experimentId}
              boards={boardsToAsk.map(({ id, name, nextMeetingOn }) => ({
                value: id,
                label: name,
                hint: nextMeetingOn ? `Meets next on ${weekdayInWords(nextMeetingOn)}` : "",
              }))}
            />
          ) : (
            <p>Your system has no board yet. Your administrator adds one.</p>
          )}
        </section>
      )}
    </ExperimentSubpage>
  );
}

function waitingFor(reviews: { board: string; nextMeetingOn: string | null; answers: unknown[] }[]): string {
  const open = reviews.filter((review) => review.answers.length === 0);
  const [first] = open;
  if (!first) return "Every question has an answer.";
  const names = listInWords([...new Set(open.map((review) => `the ${review.board}`))]);
  const meets =
    open.length === 1 && first.nextMeetingOn ? `, which meets on ${weekdayInWords(first.nextMeetingOn)}` : "";
  return `Waiting for ${names}${meets}.`;
}
