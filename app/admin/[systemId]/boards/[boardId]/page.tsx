import type { Metadata, Route } from "next";
import { meetingsInWords, nextMeetingInWords } from "@/app/boards/meeting-words";
import { Details } from "@/app/ui/details";
import { Link } from "@/app/ui/link";
import { nextMeetingOn } from "@/server/boards/meeting-rule";
import { api } from "@/server/caller";
import { sentenceCase } from "@/server/format";
import { AdminPart } from "../../../admin-part";
import { organisationChoices } from "../../people/organisation-choices";
import { periodInWords } from "../../period";
import { BoardForm } from "../board-form";
import { EndSeatForm } from "./end-seat-form";
import { SeatForm } from "./seat-form";

type BoardPageProps = PageProps<"/admin/[systemId]/boards/[boardId]">;

export async function generateMetadata({ params }: BoardPageProps): Promise<Metadata> {
  return { title: (await api.admin.boards.find(await params)).name };
}

export default async function BoardPage({ params, searchParams }: BoardPageProps) {
  const { systemId, boardId } = await params;
  const [system, board, organisations] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.boards.find({ systemId, boardId }),
    api.admin.organisations.list({ systemId }),
  ]);
  const { today } = board;
  return (
    <AdminPart
      system={system}
      heading={board.name}
      search={searchParams}
      parent={{ href: `/admin/${systemId}/boards` as Route, name: "Boards" }}
    >
      <h2>Who sits on it</h2>
      {board.seats.length === 0 && <p>Nobody yet.</p>}
      <ul className="nhsuk-list">
        {board.seats.map(({ id, personId, name, role, organisation, fromOn, endsOn }) => (
          <li key={id} className="mb-4 max-w-none border-0 border-b border-solid border-grey-4 pb-4">
            <Link href={`/admin/${systemId}/people/${personId}` as Route} dir="auto">
              {name}
            </Link>
            {`, ${role}${organisation ? ` for ${organisation}` : ""}`}
            <br />
            {sentenceCase(periodInWords(fromOn, endsOn))}
            {(endsOn === null || endsOn >= today) && (
              <Details summary={`End the seat of ${name}`}>
                <EndSeatForm systemId={systemId} boardId={boardId} seatId={id} today={today} />
              </Details>
            )}
          </li>
        ))}
      </ul>
      <h2>Give someone a seat</h2>
      <SeatForm
        systemId={systemId}
        boardId={boardId}
        organisations={organisationChoices(organisations)}
        today={today}
      />
      <h2>The board itself</h2>
      <p>{nextMeetingInWords(nextMeetingOn(board.meetingRule, today), today)}</p>
      <p>{meetingsInWords(board.meetingRule, today)}</p>
      <BoardForm systemId={systemId} board={board} />
    </AdminPart>
  );
}
