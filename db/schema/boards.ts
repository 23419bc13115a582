import { sql } from "drizzle-orm";
import { date, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { reviewAnswers as answers, type MeetingRule, meetingFrequencies, seatRoles } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { organisations, systems } from "./organisations";
import { people } from "./people";
import { permissionRequests } from "./permissions";

/** A system partnership board: 8 to 12 partners who review, unblock and spread. */
export const boards = pgTable(
  "boards",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    name: requiredText(),
    /** The next meeting is computed from it, never stored. */
    meetingRule: jsonb().$type<MeetingRule>().notNull().default({ frequency: "no fixed day" }),
  },
  (board) => [
    parentKey(board),
    oneOf("meeting frequency", sql`coalesce(${board.meetingRule} ->> 'frequency', '')`, meetingFrequencies),
    index().on(board.systemId),
    ownSystemOnly(board),
  ],
);

/** A person sits on a board for an organisation, from and to a day (both included). */
export const boardSeats = pgTable(
  "board_seats",
  {
    id: id(),
    systemId: uuid().notNull(),
    boardId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    organisationId: uuid().references(() => organisations.id),
    role: text({ enum: seatRoles }).notNull(),
    fromOn: date().notNull(),
    endsOn: date(),
  },
  (seat) => [
    within(seat, seat.boardId, () => boards),
    oneOf("seat role", seat.role, seatRoles),
    index().on(seat.personId),
    ownSystemOnly(seat),
  ],
);

/** A team asks a board to look at its experiment and answer a question. */
export const boardReviews = pgTable(
  "board_reviews",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    boardId: uuid().notNull(),
    /** The request that needs this board's yes as well: a score of 15 or more, or the third renewal. */
    requestId: uuid(),
    question: requiredText(),
    askedBy: uuid()
      .notNull()
      .references(() => people.id),
    askedAt: decidedAt(),
  },
  (review) => [
    parentKey(review),
    within(review, review.experimentId, () => experiments),
    within(review, review.boardId, () => boards),
    within(review, review.requestId, () => permissionRequests),
    index().on(review.boardId),
    index().on(review.experimentId),
    index().on(review.requestId),
    ownSystemOnly(review),
  ],
);

/** A board member's answer to a review, with the reason. A change of mind is a later row. */
export const reviewAnswers = pgTable(
  "review_answers",
  {
    id: id(),
    systemId: uuid().notNull(),
    reviewId: uuid().notNull(),
    answer: text({ enum: answers }).notNull(),
    reason: requiredText(),
    lookAgainOn: date(),
    answeredBy: uuid()
      .notNull()
      .references(() => people.id),
    answeredAt: decidedAt(),
  },
  (answer) => [
    within(answer, answer.reviewId, () => boardReviews),
    oneOf("review answer", answer.answer, answers),
    index().on(answer.reviewId),
    index().on(answer.systemId, answer.answeredAt),
    ownSystemOnly(answer),
  ],
);
