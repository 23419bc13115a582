import { OwnWords } from "@/app/ui/own-words";
import { Sentences } from "@/app/ui/sentences";
import { listInWords, momentInWords } from "@/server/format";
import type { PermissionRecord } from "@/server/permissions/record/record";
import { answerInWords, boardsInWords, jobsInWords } from "@/server/permissions/record/sentences";

/** Standing permissions used, who was asked, every answer and reply in order, and the boards' answers. */
export function WhoSaidWhat({ record }: { record: PermissionRecord }) {
  const { askedOf, answers, standing } = record;
  return (
    <>
      {standing.map(({ organisation, words }) => (
        <OwnWords key={organisation} text={words} by={`Relied on for ${organisation}`} />
      ))}
      <Sentences
        of={askedOf.map(({ organisation, leaders }) => {
          return `${organisation}: asked of ${listInWords(leaders) || "nobody, because no leader was named"}.`;
        })}
      />
      {answers.map((answer) => (
        <div key={answer.id}>
          <OwnWords text={answerInWords(answer)} when={momentInWords(answer.at)} />
          {answer.replies.map((reply) => (
            <OwnWords key={reply.at} text={reply.inWords} by={`${reply.by} replied`} when={momentInWords(reply.at)} />
          ))}
        </div>
      ))}
      <Sentences of={[jobsInWords(record), ...boardsInWords(record)].filter(Boolean)} />
    </>
  );
}
