"use client";

import { type MouseEvent, useEffect, useRef } from "react";

export type SummaryLine = { sentence: string /** The id of the control it is about. */; controlId?: string };

/** "There is a problem", with a link to each field. It takes focus whenever it appears. */
export function ErrorSummary({ lines }: { lines: readonly SummaryLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [lines]);
  return (
    <div className="nhsuk-error-summary" tabIndex={-1} ref={box}>
      {/* The alert is inside the focused box, or some screen readers miss one of the two */}
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {lines.map(({ sentence, controlId }) => (
              <li key={`${controlId} ${sentence}`}>
                {controlId ? (
                  <a href={`#${controlId}`} onClick={(event) => focusControl(event, controlId)}>
                    {sentence}
                  </a>
                ) : (
                  sentence
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Focuses the control and scrolls its label into view. */
function focusControl(event: MouseEvent, id: string) {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  const question = control.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${id}"]`);
  (question ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}
