/** A sentence in which what people typed stands apart: as a quotation, in its own type. */
export function TypedWords({ of }: { of: readonly (string | { typed: string })[] }) {
  return of.map((part, index) =>
    typeof part === "string" ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change
      <q key={index} className="italic" dir="auto">
        {part.typed}
      </q>
    ),
  );
}
