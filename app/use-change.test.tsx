import { expect, test } from "vitest";
import { answerInput } from "@/server/permissions/answering/input";
import { editRiskInput, recordRiskInput } from "@/server/risks/input";
import { address } from "./address";
import { ChangeButton } from "./change-button";
import { useTRPCClient } from "./trpc";
import { Form } from "./ui/form";
import { useChange } from "./use-change";

const experimentId = "an experiment";

/** What compiles. None of these is run: `tsc` reads them. */
function WhatIsRight() {
  const { permissions, risks } = useTRPCClient();
  const edit = useChange(risks.edit.mutate, {
    with: { experimentId },
    to: address(`/experiments/${experimentId}/risks`, { from: "asking" }),
    notice: "risk changed",
  });
  const answer = useChange(permissions.answer.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission`,
    notice: (_, sent) => `answered ${sent.answer}`,
  });
  const drop = useChange(risks.dropDraft.mutate, { with: { experimentId, draftId: "a draft" } });
  return (
    <>
      <Form schema={editRiskInput} change={edit}>
        {null}
      </Form>
      <Form schema={answerInput} change={answer}>
        {null}
      </Form>
      <ChangeButton change={drop}>Put it aside</ChangeButton>
    </>
  );
}

/** What must not compile, each for one reason. */
function WhatIsWrong() {
  const { edit, dropDraft } = useTRPCClient().risks;
  // @ts-expect-error a notice that nobody wrote a sentence for
  useChange(dropDraft.mutate, { to: "/help", notice: "risk chnged" });
  // @ts-expect-error a notice that nobody wrote a sentence for, from what was sent
  useChange(dropDraft.mutate, { to: "/help", notice: (_, { draftId }) => `risk ${draftId}` });
  // @ts-expect-error the same in an address made by hand
  address("/help", { notice: "risk chnged" });
  // @ts-expect-error a notice on a page that stays where it is
  useChange(dropDraft.mutate, { notice: "risk changed" });
  // @ts-expect-error a page that is not there
  useChange(dropDraft.mutate, { to: `/experiment/${experimentId}` });
  // @ts-expect-error a page that is not there, from the answer
  useChange(edit.mutate, { to: ({ riskId }) => `/risks/${riskId}` });
  // @ts-expect-error a key made by hand
  useChange(dropDraft.mutate, { with: { key: "by hand" } });
  // @ts-expect-error what the server does not take
  useChange(dropDraft.mutate, { with: { riskId: "a risk" } });
  // @ts-expect-error a question
  useChange(useTRPCClient().risks.list.mutate);
  const half = useChange(dropDraft.mutate, { with: { experimentId } });
  const whole = useChange(edit.mutate, { with: { experimentId } });
  return (
    <>
      {/* @ts-expect-error a button has no boxes to say which draft */}
      <ChangeButton change={half}>Put it aside</ChangeButton>
      {/* @ts-expect-error the form of another change */}
      <Form schema={recordRiskInput} change={whole}>
        {null}
      </Form>
    </>
  );
}

test("what is right compiles and what is wrong does not", () => {
  expect([WhatIsRight, WhatIsWrong].map((each) => typeof each)).toEqual(["function", "function"]);
});
