import type { Metadata, Route } from "next";
import { AffectedList } from "@/app/experiments/affected-list";
import { PageNotice } from "@/app/page-notice";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { type Task, TaskList } from "@/app/ui/task-list";
import { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { waitingInWords } from "../system-sentence";
import { Administrators } from "./administrators";

export async function generateMetadata({ params }: PageProps<"/admin/[systemId]">): Promise<Metadata> {
  return { title: (await api.admin.systems.find(await params)).name };
}

type System = Awaited<ReturnType<typeof api.admin.systems.list>>["systems"][number];

/** The steps of setting up a system, in the best order; later the same list links to each part. */
export default async function SystemPage({ params, searchParams }: PageProps<"/admin/[systemId]">) {
  const { systemId } = await params;
  await api.admin.systems.find({ systemId });
  const [{ systems, mayAdd }, unanswered, { administrators, mayName }] = await Promise.all([
    api.admin.systems.list(),
    api.admin.systems.unanswered({ systemId }),
    api.admin.administrators.list({ systemId }),
  ]);
  const system = systems.find((candidate) => candidate.id === systemId);
  if (!system) return null;
  return (
    <>
      {(mayAdd || systems.length > 1) && <BackLink href="/admin">Looking after Leeway</BackLink>}
      <main>
        <PageNotice search={searchParams} />
        <PageTitle caption="Looking after">{system.name}</PageTitle>
        {system.waiting > 0 && <p>{waitingInWords(system.waiting)}</p>}
        <AffectedList heading="Nobody answers now for these experiments:" affected={unanswered} />
        <TaskList tasks={tasksOf(system)} />
        <Administrators systemId={systemId} administrators={administrators} mayName={mayName} />
      </main>
    </>
  );
}

function tasksOf({ id, population, organisations, people, boards }: System): Task[] {
  const hrefOf = (part: string) => `/admin/${id}/${part}` as Route;
  const done = (count: number, words: string) =>
    ({ state: count > 0 ? "done" : "to do", ...(count > 0 && { stateInWords: words }) }) as const;
  return [
    {
      name: "Name the system",
      href: hrefOf("name"),
      state: "done",
      ...(population && { stateInWords: pluralise(population, "person", "people") }),
    },
    {
      name: "Add its organisations",
      hint: "Paste a list, one a line",
      href: hrefOf("organisations"),
      ...done(organisations, pluralise(organisations, "organisation")),
    },
    {
      name: "Invite people",
      hint: "Each gets an e-mail with a link to sign in",
      ...(organisations > 0 || people > 0
        ? { href: hrefOf("people"), ...done(people, pluralise(people, "person", "people")) }
        : { state: "cannot start yet" as const }),
    },
    {
      name: "Permissions",
      hint: "Within how many days leaders answer, and how long a permission lasts at most",
      href: hrefOf("permissions"),
      state: "done",
    },
    {
      name: "Arrange boards",
      hint: "Who sits on them, and when they meet next",
      href: hrefOf("boards"),
      ...done(boards, pluralise(boards, "board")),
    },
  ];
}
