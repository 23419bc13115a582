import { Link } from "@/app/ui/link";
import { OwnWords } from "@/app/ui/own-words";
import { api } from "@/server/caller";
import { dayInWords, momentInWords, untilEndOf } from "@/server/format";
import { WithdrawUseForm } from "./withdraw-use-form";

type StartedWithoutAskingProps = {
  experimentId: string;
  mayWithdraw: boolean;
  /** The organisations the reader is leader or deputy for. */
  answersFor: string[];
};

/** Each use of a standing permission: its words, and whether it ended or was withdrawn. */
export async function StartedWithoutAsking({ experimentId, mayWithdraw, answersFor }: StartedWithoutAskingProps) {
  const { uses } = await api.standing.forExperiment({ experimentId });
  return uses.map(({ id, standingId, organisationId, organisation, words, fromOn, endsOn, by, ended, withdrawn }) => (
    <section key={id}>
      <h2 className="nhsuk-heading-m">On the team's own word in {organisation}</h2>
      <p dir="auto">
        {by} started it on {dayInWords(fromOn)}, within what needs no asking {untilEndOf(endsOn)}.{" "}
        {ended && !withdrawn && "That has ended."}
      </p>
      <OwnWords text={words} />
      {withdrawn ? (
        <>
          <p className="mb-2">{organisation}: taken back</p>
          <OwnWords text={withdrawn.reason} by={withdrawn.by} when={momentInWords(withdrawn.at)} />
        </>
      ) : (
        <p>
          <Link href={`/standing/${standingId}`}>What may start without asking there</Link>
        </p>
      )}
      {!ended && !withdrawn && mayWithdraw && answersFor.includes(organisationId) && (
        <WithdrawUseForm experimentId={experimentId} useId={id} organisation={organisation} />
      )}
    </section>
  ));
}
