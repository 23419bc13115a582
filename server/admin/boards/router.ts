import { z } from "zod";
import { Refusal } from "@/server/errors";
import { dayInWords } from "@/server/format";
import { router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { findOrAddPerson, findPerson } from "../people/queries";
import { changeSystem, inSystem } from "../procedure";
import { boardInput, endSeatInput, seatInput } from "./input";
import { addBoard, addSeat, editBoard, endSeat, findBoard, findByEmail, listBoards } from "./queries";

const oneBoard = z.object({ boardId: z.uuid("We could not find that board.") });
const oneSeat = oneBoard.extend({ seatId: z.uuid("We could not find that seat.") });

export const boardsRouter = router({
  list: inSystem.query(({ ctx }) => listBoards(ctx.db, ctx.system.id)),
  find: inSystem.input(oneBoard).query(({ ctx, input }) => findBoard(ctx.db, ctx.system.id, input.boardId)),
  add: changeSystem
    .meta({ may: "arrangeBoard" })
    .input(boardInput)
    .mutation(async ({ ctx, input }) => {
      const boardId = await addBoard(ctx.db, ctx.system.id, input);
      ctx.journal(sentence`added a board: ${input.name}`);
      return { boardId };
    }),
  edit: changeSystem
    .meta({ may: "arrangeBoard" })
    .input(oneBoard)
    .input(boardInput)
    .mutation(async ({ ctx, input }) => {
      await findBoard(ctx.db, ctx.system.id, input.boardId);
      await editBoard(ctx.db, ctx.system.id, input.boardId, input);
      ctx.journal(sentence`changed a board: ${input.name}`);
    }),
  seat: changeSystem
    .meta({ may: "arrangeBoard" })
    .input(oneBoard)
    .input(seatInput)
    .mutation(async ({ ctx, input }) => {
      const board = await findBoard(ctx.db, ctx.system.id, input.boardId);
      const { email, name, job } = input;
      const existing = await findByEmail(ctx.db, email);
      if (!existing && !name) {
        throw new Refusal([], { name: "Nobody in Leeway has this address yet. Enter their name to invite them." });
      }
      const person = existing ?? (await findOrAddPerson(ctx.db, { email, name: name ?? "", job }));
      await addSeat(ctx.db, ctx.system.id, board.id, person.id, input);
      ctx.journal(fromLeeway(`gave ${person.name} a seat on ${board.name}: ${input.role}`));
      return { personId: person.id, isNew: !existing };
    }),
  endSeat: changeSystem
    .meta({ may: "arrangeBoard" })
    .input(oneSeat)
    .input(endSeatInput)
    .mutation(async ({ ctx, input }) => {
      const board = await findBoard(ctx.db, ctx.system.id, input.boardId);
      const personId = await endSeat(ctx.db, ctx.system.id, board.id, input.seatId, input.lastOn);
      const { name } = await findPerson(ctx.db, ctx.system.id, personId);
      ctx.journal(fromLeeway(`ended the seat of ${name} on ${board.name} on ${dayInWords(input.lastOn)}`));
    }),
});
