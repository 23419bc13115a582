import type { Metadata, Route } from "next";
import { Details } from "@/app/ui/details";
import { EmptyState } from "@/app/ui/empty-state";
import { Pagination } from "@/app/ui/pagination";
import { peopleFilters } from "@/server/admin/people/input";
import { api } from "@/server/caller";
import { AdminPart } from "../../../admin-part";
import { accountInWords } from "../account-in-words";
import { KeepApartButton, LinkForm } from "../link-forms";

export const metadata: Metadata = { title: "Who may be the same person" };

export default async function SamePeoplePage({ params, searchParams }: PageProps<"/admin/[systemId]/people/same">) {
  const [{ systemId }, query] = await Promise.all([params, searchParams]);
  const { page } = peopleFilters.parse(query);
  const [system, { pairs, pages }] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.people.likelyPairs({ systemId, page }),
  ]);
  const people = `/admin/${systemId}/people` as Route;
  return (
    <AdminPart
      system={system}
      heading="Who may be the same person"
      search={searchParams}
      parent={{ href: people, name: "People" }}
    >
      <p>What one account of a person may not answer, the other may not either.</p>
      {pairs.length === 0 && <EmptyState>No two accounts look like one person.</EmptyState>}
      <ul className="nhsuk-list">
        {pairs.map(({ one, other }) => (
          <li
            key={`${one.id} ${other.id}`}
            className="mb-4 max-w-none border-0 border-b border-solid border-grey-4 pb-4"
          >
            <p className="wrap-anywhere" dir="auto">
              {accountInWords(one)}
              <br />
              {accountInWords(other)}
            </p>
            {other.email && (
              <Details summary={`Same person: ${one.name} and ${other.email}`}>
                <LinkForm systemId={systemId} personId={one.id} email={other.email} />
              </Details>
            )}
            <KeepApartButton systemId={systemId} personId={one.id} otherId={other.id} />
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} addressOf={(target) => `${people}/same?page=${target}` as Route} />
    </AdminPart>
  );
}
