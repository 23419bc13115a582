import { SummaryList } from "@/app/ui/summary-list";

type SeatsProps = {
  seats: { organisation: string | null; people: { name: string; job: string | null; role: string }[] }[];
};

/** A board's members, by organisation. */
export function Seats({ seats }: SeatsProps) {
  return (
    <SummaryList
      rows={seats.map(({ organisation, people }) => ({
        term: organisation ?? "Independent",
        value: people
          .map(({ name, job, role }) =>
            [role === "member" ? name : `${name} (${role})`, job].filter(Boolean).join(", "),
          )
          .join("\n"),
      }))}
    />
  );
}
