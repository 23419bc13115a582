import type { Metadata, Route } from "next";
import { Card, CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { meetingRuleInWords, nextMeetingOn } from "@/server/boards/meeting-rule";
import { api } from "@/server/caller";
import { dayInWords, pluralise } from "@/server/format";
import { AdminPart } from "../../admin-part";
import { BoardForm } from "./board-form";

export const metadata: Metadata = { title: "Boards" };

export default async function BoardsPage({ params, searchParams }: PageProps<"/admin/[systemId]/boards">) {
  const { systemId } = await params;
  const [system, boards] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.boards.list({ systemId }),
  ]);
  return (
    <AdminPart system={system} heading="Boards" search={searchParams}>
      {boards.length > 0 ? (
        <CardList>
          {boards.map(({ id, name, meetingRule, today, seats }) => {
            const next = nextMeetingOn(meetingRule, today);
            return (
              <Card key={id} title={name} href={`/admin/${systemId}/boards/${id}` as Route}>
                <p>
                  {[meetingRuleInWords(meetingRule), next && `next on ${dayInWords(next)}`, pluralise(seats, "seat")]
                    .filter(Boolean)
                    .join(", ")}
                </p>
              </Card>
            );
          })}
        </CardList>
      ) : (
        <EmptyState>Boards review experiments, unblock them and spread what works. Add the first below.</EmptyState>
      )}
      <h2>Add a board</h2>
      <BoardForm systemId={systemId} />
    </AdminPart>
  );
}
