import { expect, test } from "vitest";
import { answerInput } from "@/server/permissions/answering/input";
import { editRiskInput, recordRiskInput } from "@/server/risks/input";
import { address } from "./address";
import { ChangeButton } from "./change-button";
import { useTRPCClient } from "./trpc";
import { Form } from "./ui/form";
import { useChange } from "./use-change";

const experimentId = "an experiment";

/** What must compile. It is never run: `tsc` checks it. */
function ValidChanges() {
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
function InvalidChanges() {
  const { edit, dropDraft } = useTRPCClient().risks;
  // @ts-expect-error a notice without a sentence
  useChange(dropDraft.mutate, { to: "/help", notice: "risk chnged" });
  // @ts-expect-error a notice without a sentence, from what was sent
  useChange(dropDraft.mutate, { to: "/help", notice: (_, { draftId }) => `risk ${draftId}` });
  // @ts-expect-error the same in an address built by hand
  address("/help", { notice: "risk chnged" });
  // @ts-expect-error a notice without a page to show it on
  useChange(dropDraft.mutate, { notice: "risk changed" });
  // @ts-expect-error a page that does not exist
  useChange(dropDraft.mutate, { to: `/experiment/${experimentId}` });
  // @ts-expect-error a page that does not exist, from the answer
  useChange(edit.mutate, { to: ({ riskId }) => `/risks/${riskId}` });
  // @ts-expect-error a key made by hand
  useChange(dropDraft.mutate, { with: { key: "by hand" } });
  // @ts-expect-error a value that the server does not accept
  useChange(dropDraft.mutate, { with: { riskId: "a risk" } });
  // @ts-expect-error a query instead of a mutation
  useChange(useTRPCClient().risks.list.mutate);
  const half = useChange(dropDraft.mutate, { with: { experimentId } });
  const whole = useChange(edit.mutate, { with: { experimentId } });
  return (
    <>
      {/* @ts-expect-error a button has no fields for the remaining input */}
      <ChangeButton change={half}>Put it aside</ChangeButton>
      {/* @ts-expect-error another change's form */}
      <Form schema={recordRiskInput} change={whole}>
        {null}
      </Form>
    </>
  );
}

test("what is right compiles and what is wrong does not", () => {
  expect([ValidChanges, InvalidChanges].map((each) => typeof each)).toEqual(["function", "function"]);
});
