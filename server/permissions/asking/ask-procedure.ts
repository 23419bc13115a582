import { askedBoard } from "@/server/boards/journal-sentences";
import { refuseUnlessAllAcknowledged } from "@/server/dips/combined-dips";
import { Refusal, refuse } from "@/server/errors";
import { changeExperiment } from "@/server/experiments/procedure";
import { whyNotAsk } from "@/server/permissions/asking/ask";
import { daysToAsk } from "@/server/permissions/asking/draft";
import { deleteDraft } from "@/server/permissions/asking/draft-queries";
import { askInput } from "@/server/permissions/asking/input";
import { whyNotPeriod } from "@/server/permissions/asking/period";
import { askPermission } from "@/server/permissions/asking/queries";
import { questionToBoard, whyBoard, whyNotRenew } from "@/server/permissions/asking/renewal";
import {
  askBoardToo,
  findBoardToAsk,
  findRenewalNumber,
  listRenewable,
} from "@/server/permissions/asking/renewal-queries";
import { findAsking } from "@/server/permissions/asking/task-queries";
import { whyNotSend } from "@/server/permissions/asking/tasks";
import { askedPermission } from "@/server/permissions/journal-sentences";

/** Sends the request to the leader of every organisation that carries a risk or dip, and to a board where one is needed. */
export const askProcedure = {
  ask: changeExperiment
    .meta({ may: "askPermission" })
    .input(askInput)
    .mutation(async ({ ctx, input }) => {
      const { db, experiment, person } = ctx;
      const asking = await findAsking(db, experiment);
      const { draftVersion } = input;
      if (draftVersion !== undefined && draftVersion !== asking.draft.version) {
        refuse(
          asking.draft.version === 0
            ? "It has been sent already, so nothing was sent again. See on the permission page who was asked."
            : `${asking.draft.editedBy} changed this while you were reading, so nothing was sent. Load the page again and read it.`,
        );
      }
      const reasons = draftVersion === undefined ? whyNotAsk(asking) : whyNotSend(asking);
      if (reasons.length > 0) throw new Refusal(reasons);
      const wrongDays = whyNotPeriod(input, asking);
      if (wrongDays) throw new Refusal([], wrongDays);
      const earlier = await listRenewable(db, experiment.id);
      const notRenewed = input.renewsId && whyNotRenew(earlier.find((request) => request.id === input.renewsId));
      if (notRenewed) throw new Refusal([notRenewed]);
      if (!input.acknowledgesCombinedDips) refuseUnlessAllAcknowledged(asking.dips);
      const weight = { highestScore: asking.highestScore, renewal: await findRenewalNumber(db, experiment, input) };
      const board = whyBoard(weight) ? await findBoardToAsk(db, experiment.systemId, input.boardId) : null;
      const request = await askPermission(db, experiment, person.id, input);
      await deleteDraft(db, experiment.id);
      const organisations = asking.carriers.map((carrier) => carrier.organisation);
      const act = askedPermission(organisations, input.fromOn, input.endsOn);
      ctx.journal(act, { news: { kind: "asked" }, details: { requestId: request.id } });
      if (board) {
        const question = questionToBoard(weight, daysToAsk(input.fromOn, input.endsOn));
        const boardAsked = { boardId: board.id, requestId: request.id, question };
        const reviewId = await askBoardToo(db, experiment, person.id, boardAsked);
        ctx.journal(askedBoard(board.name, question), { news: { kind: "board asked", reviewId } });
      }
      return { requestId: request.id };
    }),
};
