import { listInWords, sentenceCase } from "@/server/format";

type PersonButtonProps = {
  person: { id: string; name: string; job: string | null; organisations: string[] };
  /** What this person can see. */
  sees?: string;
};

/** A submit button that signs in as this person; the form around it has the action. */
export function PersonButton({ person, sees }: PersonButtonProps) {
  return (
    <button
      type="submit"
      name="personId"
      value={person.id}
      className="flex h-full min-h-11 w-full flex-col justify-start cursor-pointer border border-grey-4 bg-white px-4 py-3 text-left text-s text-ink hover:border-link hover:bg-page focus:bg-focus focus:shadow-[0_4px_0_0_var(--color-ink)] focus:outline-3 focus:outline-transparent"
    >
      <span className="block text-m font-bold text-link" dir="auto">
        {person.name}
      </span>{" "}
      {sees && <span className="mb-1 block">{sees}</span>}{" "}
      <span className="block">
        {[person.job && sentenceCase(person.job), listInWords(person.organisations)].filter(Boolean).join(", ")}
      </span>
    </button>
  );
}
