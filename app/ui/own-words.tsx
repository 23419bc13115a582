/** A text as a person wrote it: with its line breaks and writing direction. */
export function OwnWords({ text, by, when }: { text: string; by?: string; when?: string }) {
  const source = [by, when].filter(Boolean).join(", ");
  return (
    <figure className="nhsuk-inset-text mx-0">
      <blockquote className="m-0">
        <p className="mb-0 whitespace-pre-wrap" dir="auto">
          {text}
        </p>
      </blockquote>
      {source && <figcaption className="mt-2 text-s text-secondary">{source}</figcaption>}
    </figure>
  );
}
