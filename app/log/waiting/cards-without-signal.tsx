"use client";

import type { SavedCard } from "@/app/outbox/cards";
import { WholePageLink } from "@/app/outbox/whole-page-link";
import { SummaryList } from "@/app/ui/summary-list";
import { londonDay } from "@/server/days";
import { momentInWords } from "@/server/format";

/** A permission card as it was when saved; it does not show whether the permission is still valid. */
export function CardWithoutSignal({ card }: { card: SavedCard | undefined }) {
  if (!card) return <p>This card is not kept on this device. Keep it once with signal, and you can read it without.</p>;
  const { title, stage, sentence, rows, endsOn, readAt } = card;
  const isOver = endsOn !== null && londonDay(new Date()) > endsOn;
  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m mb-1" dir="auto">
        {title}
      </h2>
      <p>
        As it was {momentInWords(readAt)}. It may have changed since.
        {isOver && " Its last day is over."}
      </p>
      <p className="font-bold" dir="auto">
        {stage}. {sentence}
      </p>
      <SummaryList rows={rows.map(({ term, lines }) => ({ term, value: lines.join("\n") }))} />
    </section>
  );
}

export function CardList({ cards }: { cards: readonly SavedCard[] }) {
  if (cards.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Permission cards</h2>
      <ul className="nhsuk-list">
        {cards.map(({ experimentId, title }) => (
          <li key={experimentId}>
            <WholePageLink href={`/experiments/${experimentId}`} dir="auto">
              {title}
            </WholePageLink>
          </li>
        ))}
      </ul>
    </>
  );
}
