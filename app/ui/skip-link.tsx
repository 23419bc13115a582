/** First in the page for keyboards; hidden until it has focus. */
export function SkipLink({ to }: { to: string }) {
  return (
    <a className="nhsuk-skip-link" href={`#${to}`}>
      Skip to main content
    </a>
  );
}
