import { Table } from "@/app/ui/table";

type SeatsProps = { seats: { organisation: string | null; people: { name: string; job: string; role: string }[] }[] };

/** Who sits on a board, organisation by organisation. */
export function Seats({ seats }: SeatsProps) {
  return (
    <Table
      narrow="stack"
      caption="Who sits on this board"
      captionHidden
      columns={[{ header: "Organisation" }, { header: "Who" }]}
      rows={seats.map(({ organisation, people }) => ({
        key: organisation ?? "",
        cells: [
          organisation ?? "Independent",
          <span key="people" className="block" dir="auto">
            {people.map(({ name, job, role }) => (
              <span key={`${name} ${role}`} className="block">
                {name}
                {role === "member" ? "" : ` (${role})`}
                {job && <span className="text-secondary">, {job}</span>}
              </span>
            ))}
          </span>,
        ],
      }))}
    />
  );
}
