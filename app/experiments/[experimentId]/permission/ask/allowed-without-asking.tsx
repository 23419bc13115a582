import { Details } from "@/app/ui/details";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { listInWords, untilEndOf } from "@/server/format";
import { type StandingWords, standingInWords } from "@/server/standing/in-words";

type AllowedWithoutAskingProps = {
  experimentId: string;
  onOwnWord: { organisation: string; standing: StandingWords; endsOn: string }[];
  /** Whether every carrier allows it. */
  all: boolean;
};

/** Organisations that allow it without asking, and the words of their standing permissions. */
export function AllowedWithoutAsking({ experimentId, onOwnWord, all }: AllowedWithoutAskingProps) {
  const [first] = onOwnWord.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  if (!first) return null;
  const permissions = [...new Set(onOwnWord.map(({ standing }) => standingInWords(standing)))];
  return (
    <Inset>
      {all ? (
        <p>
          <strong>You need to ask nobody.</strong> It may start on your own word, {untilEndOf(first.endsOn)}.{" "}
          <Link href={`/experiments/${experimentId}`}>Go to the start</Link>
        </p>
      ) : (
        <p>{listInWords(onOwnWord.map(({ organisation }) => organisation))} allows this without asking.</p>
      )}
      <Details summary="The words that allow it">
        {permissions.map((sentence) => (
          <p key={sentence} dir="auto">
            {sentence}
          </p>
        ))}
      </Details>
    </Inset>
  );
}
