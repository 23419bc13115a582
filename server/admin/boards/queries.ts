import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { boardSeats, boards, organisations, people, systemOrganisations } from "@/db/schema";
import { NotFound, Refusal } from "@/server/errors";
import type { boardInput, seatInput } from "./input";

type Board = z.output<typeof boardInput>;
type Seat = Pick<z.output<typeof seatInput>, "role" | "organisationId" | "fromOn" | "endsOn">;

const today = sql<string>`london_today()::text`;

const onBoard = (systemId: string, boardId: string) =>
  and(eq(boardSeats.systemId, systemId), eq(boardSeats.boardId, boardId));

export async function listBoards(db: Db, systemId: string) {
  return db
    .select({
      id: boards.id,
      name: boards.name,
      meetingRule: boards.meetingRule,
      today,
      seats: sql<number>`(select count(*)::int from board_seats s where s.board_id = ${boards.id} and is_current(s.from_on, s.ends_on))`,
    })
    .from(boards)
    .where(eq(boards.systemId, systemId))
    .orderBy(boards.name);
}

/** A board with its present, past and future seats. */
export async function findBoard(db: Db, systemId: string, boardId: string) {
  const [board] = await db
    .select({ id: boards.id, name: boards.name, meetingRule: boards.meetingRule, today })
    .from(boards)
    .where(and(eq(boards.systemId, systemId), eq(boards.id, boardId)));
  if (!board) throw new NotFound();
  const seats = await db
    .select({
      id: boardSeats.id,
      personId: people.id,
      name: people.name,
      role: boardSeats.role,
      organisation: organisations.shortName,
      fromOn: boardSeats.fromOn,
      endsOn: boardSeats.endsOn,
      current: sql<boolean>`is_current(${boardSeats.fromOn}, ${boardSeats.endsOn})`,
    })
    .from(boardSeats)
    .innerJoin(people, eq(people.id, boardSeats.personId))
    .leftJoin(organisations, eq(organisations.id, boardSeats.organisationId))
    .where(onBoard(systemId, boardId))
    .orderBy(people.name, boardSeats.fromOn);
  return { ...board, seats };
}

export async function addBoard(db: Db, systemId: string, board: Board) {
  const [made] = await db
    .insert(boards)
    .values({ systemId, ...board })
    .returning({ id: boards.id });
  if (!made) throw new Error("The board was not saved");
  return made.id;
}

export async function editBoard(db: Db, systemId: string, boardId: string, { name, meetingRule }: Board) {
  await db
    .update(boards)
    .set({ name, meetingRule })
    .where(and(eq(boards.systemId, systemId), eq(boards.id, boardId)));
}

/** Gives a person a seat: one at a time, and only for an organisation that serves in the system. */
export async function addSeat(db: Db, systemId: string, boardId: string, personId: string, seat: Seat) {
  const { role, organisationId, fromOn, endsOn } = seat;
  if (organisationId) {
    const [serves] = await db
      .select({ id: systemOrganisations.organisationId })
      .from(systemOrganisations)
      .where(and(eq(systemOrganisations.systemId, systemId), eq(systemOrganisations.organisationId, organisationId)));
    if (!serves)
      throw new Refusal([], { organisationId: "This organisation does not serve in the system. Choose another." });
  }
  const overlapping = await db
    .select({ id: boardSeats.id })
    .from(boardSeats)
    .where(
      and(
        onBoard(systemId, boardId),
        eq(boardSeats.personId, personId),
        sql`daterange(${boardSeats.fromOn}, ${boardSeats.endsOn}, '[]') && daterange(${fromOn}::date, ${endsOn ?? null}::date, '[]')`,
      ),
    );
  if (overlapping.length > 0)
    throw new Refusal(["They already sit on this board in that time. End that seat first to change it."]);
  await db
    .insert(boardSeats)
    .values({ systemId, boardId, personId, organisationId, role, fromOn, endsOn: endsOn ?? null });
}

/** Sets a seat's last day. */
export async function endSeat(db: Db, systemId: string, boardId: string, seatId: string, lastOn: string) {
  const [ended] = await db
    .update(boardSeats)
    .set({ endsOn: lastOn })
    .where(and(onBoard(systemId, boardId), eq(boardSeats.id, seatId), sql`${boardSeats.fromOn} - 1 <= ${lastOn}::date`))
    .returning({ personId: boardSeats.personId });
  if (ended) return ended.personId;
  const [held] = await db
    .select({ id: boardSeats.id })
    .from(boardSeats)
    .where(and(onBoard(systemId, boardId), eq(boardSeats.id, seatId)));
  if (!held) throw new NotFound();
  throw new Refusal([], { lastOn: "The last day comes before the first. Change it." });
}

/** The name of the person with this e-mail address, or null. */
export async function findByEmail(db: Db, email: string) {
  const [person] = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.email, email));
  return person ?? null;
}
