"use client";

import { useEffect, useRef } from "react";
import { Button, ButtonGroup } from "./button";
import type { Difference } from "./conflict";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
});

type ConflictPanelProps = {
  by: string;
  at: string;
  /** The values when the conflict was found; they stay the same while the person goes on editing. */
  differences: readonly Difference[];
  theirsIsIn: boolean;
  onUseMine: () => void;
  onUseTheirs: () => void;
};

/** Two versions side by side. Neither is lost: the person chooses one, or writes a third from both. */
export function ConflictPanel({ by, at, differences, theirsIsIn, onUseMine, onUseTheirs }: ConflictPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const when = new Date(at);
  return (
    <div className="nhsuk-error-summary border-blue" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{by} changed this while you were writing</h2>
        <p>
          Your version is not saved yet, and nothing you typed is lost.
          {!Number.isNaN(when.getTime()) && ` Theirs was saved on ${clock.format(when).replace(/\s(?=[ap]m)/i, "")}.`}
        </p>
      </div>
      {differences.length === 0 && <p>Both versions say the same. Save again to keep yours.</p>}
      {differences.map(({ name, label, mine, theirs }) => (
        <section key={name} className="mb-4">
          <h3 className="mt-0 mb-2 text-m font-bold">{label}</h3>
          <dl className="m-0 grid grid-cols-1 gap-3 tablet:grid-cols-2">
            <Version title="Yours" text={mine} />
            <Version title="Theirs" text={theirs} />
          </dl>
        </section>
      ))}
      <p role="status">
        {theirsIsIn
          ? "Their version is in the boxes below. It is already saved: leave it, or change it and save."
          : "Choose one, or change the boxes below to bring both together and save."}
      </p>
      <ButtonGroup>
        <Button look="secondary" onClick={onUseMine}>
          {theirsIsIn ? "Put mine back" : "Use mine"}
        </Button>
        {!theirsIsIn && (
          <Button look="secondary" onClick={onUseTheirs}>
            Use theirs
          </Button>
        )}
      </ButtonGroup>
    </div>
  );
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <div className="border-l-4 border-grey-3 pl-3">
      <dt className="text-s text-secondary">{title}</dt>
      <dd className="m-0 whitespace-pre-wrap" dir="auto">
        {text}
      </dd>
    </div>
  );
}
