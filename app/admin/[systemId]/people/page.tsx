import type { Metadata, Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { FilterForm } from "@/app/ui/filter-form";
import { Link } from "@/app/ui/link";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import { Tag } from "@/app/ui/tag";
import { peopleFilters } from "@/server/admin/people/input";
import { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { AdminPart } from "../../admin-part";

export const metadata: Metadata = { title: "People" };

const columns = [{ header: "Name" }, { header: "E-mail address" }, { header: "Where they work" }];

export default async function PeoplePage({ params, searchParams }: PageProps<"/admin/[systemId]/people">) {
  const [{ systemId }, query] = await Promise.all([params, searchParams]);
  const { q, page } = peopleFilters.parse(query);
  const [system, { people, total, pages }, waiting] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.people.list({ systemId, q, page }),
    api.admin.people.waiting({ systemId }),
  ]);
  const peopleHref = `/admin/${systemId}/people` as Route;
  const rows = people.map(({ id, name, job, email, works, hasSignedIn, suspended }) => ({
    key: id,
    cells: [
      <span key="name">
        <Link href={`${peopleHref}/${id}` as Route} dir="auto">
          {name}
        </Link>
        {job && <span className="font-normal">{`, ${job}`}</span>}{" "}
        {suspended ? <Tag>Suspended</Tag> : !hasSignedIn && <Tag tone="grey">Not signed in yet</Tag>}
      </span>,
      <EmailInTable key="email" address={email} />,
      works.join(" and ") || "Nowhere here today",
    ],
  }));
  const addressOf = (target: number) =>
    `${peopleHref}?${new URLSearchParams({ ...(q && { q }), page: String(target) })}` as Route;
  return (
    <AdminPart system={system} heading="People" search={searchParams}>
      <LinkButton href={`${peopleHref}/invite` as Route}>Invite someone</LinkButton>
      {total > 1 && (
        <p>
          <Link href={`${peopleHref}/same` as Route}>Who may be the same person</Link>
        </p>
      )}
      {waiting.length > 0 && (
        <>
          <h2>Waiting for a second person</h2>
          <ul>
            {waiting.map(({ id, personId, name, organisation }) => (
              <li key={id} dir="auto">
                <Link href={`${peopleHref}/${personId}` as Route}>{name}</Link>
                {` is to answer for ${organisation}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {(total > 0 || q) && (
        <FilterForm
          action={peopleHref}
          filters={[{ kind: "search", name: "q", label: "Name, job or e-mail", value: q }]}
        />
      )}
      {rows.length > 0 ? (
        <Table caption={pluralise(total, "person", "people")} columns={columns} rows={rows} narrow="stack" />
      ) : (
        <EmptyState>
          {q ? "Nobody fits. Try part of a name." : "The people of this system will stand here. Invite the first."}
        </EmptyState>
      )}
      <Pagination page={page} pages={pages} addressOf={addressOf} />
    </AdminPart>
  );
}

/** Breaks before the @ in a table's column, anywhere on a phone. */
function EmailInTable({ address }: { address: string | null }) {
  const [name, domain] = (address ?? "None").split("@");
  return (
    <span className="wrap-anywhere desktop:wrap-break-word">
      {name}
      {domain && (
        <>
          <wbr />@{domain}
        </>
      )}
    </span>
  );
}
