import type { ReactNode } from "react";

export type TimelineEvent = {
  key: string;
  sentence: ReactNode;
  /** The instant for machines, and in words. */
  at: string;
  when: string;
  /** What starts with it. */
  note?: string;
};

/** Events in the given order, one sentence each. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="m-0 list-none border-l-4 border-grey-4 p-0 pl-4">
      {events.map(({ key, sentence, at, when, note }) => (
        <li key={key} className="mb-4">
          <div dir="auto">{sentence}</div>
          <time dateTime={at} className="text-s text-secondary">
            {when}
          </time>
          {note && <div className="text-s font-bold">{note}</div>}
        </li>
      ))}
    </ol>
  );
}
