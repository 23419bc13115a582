"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Details } from "@/app/ui/details";
import { Link } from "@/app/ui/link";
import { TakenBack } from "./taken-back";
import { UndoButton } from "./undo-button";

export type RecentResult = { periodOn: string; version: number; period: string; words: string; undoable: boolean };
type RecentResultsProps = { results: readonly RecentResult[]; measureId: string; organisationId: string };

/** Recent results, to undo or correct. */
export function RecentResults({ results, measureId, organisationId }: RecentResultsProps) {
  const router = useRouter();
  const [takenBack, setTakenBack] = useState<string[] | null>(null);
  const undone = (sentences: string[]) => {
    setTakenBack(sentences);
    router.refresh();
  };
  if (results.length === 0) return takenBack && <TakenBack sentences={takenBack} />;
  return (
    <Details summary="Correct a result">
      {takenBack && <TakenBack sentences={takenBack} />}
      <ul className="m-0 list-none p-0">
        {results.map(({ periodOn, version, period, words, undoable }) => (
          <li key={periodOn} className="mb-4">
            <strong>{period}</strong>: {words}
            <br />
            {undoable && (
              <UndoButton
                target={{ measureId, organisationId, periodOn, version }}
                resultName={period}
                onUndone={undone}
              />
            )}
            <Link className="inline-block py-2" href={`/log/${measureId}?for=${organisationId}&period=${periodOn}`}>
              Correct it<span className="sr-only">: {period}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Details>
  );
}
