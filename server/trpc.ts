import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { type Reader, reading } from "@/db/reading-transaction";
import { asOwner, asPerson } from "@/db/tenant-transaction";
import type { Context } from "@/server/context";
import { errorInLog } from "@/server/error-in-log";
import { Conflict, NotAllowed, NotFound, Refusal } from "@/server/errors";
import { runOnce } from "@/server/idempotency/queries";
import { type Change, type SelfChange, selfPolicy } from "@/server/policy";
import { TookTooLong, wasEnded } from "@/server/took-too-long";

/** All that an answer says of an error that nobody foresaw. */
export const BROKE = "Something went wrong on our side. Try again.";

export type Meta = {
  may?: Change;
  /** It narrows its transaction for what follows, so it shares none with other parts of a page. */
  alone?: boolean;
};

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      // What broke is for the log: it may hold SQL and what somebody typed
      message: error.code === "INTERNAL_SERVER_ERROR" ? BROKE : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        refusal: refusalOf(error.cause),
        fieldErrors: error.cause instanceof Refusal ? error.cause.fieldErrors : fieldErrorsOf(error.cause),
        conflict:
          error.cause instanceof Conflict
            ? { version: error.cause.version, theirs: error.cause.theirs, by: error.cause.by, at: error.cause.at }
            : null,
      },
    }),
  });

function refusalOf(cause: unknown): string[] {
  if (cause instanceof Refusal) return cause.sentences;
  if (cause instanceof TookTooLong) return [`${cause.message} What you typed is still here.`];
  return cause instanceof NotAllowed && cause.reason
    ? [`Not saved. ${cause.reason} What you typed is still here.`]
    : [];
}

function fieldErrorsOf(cause: unknown): Record<string, string> {
  if (!(cause instanceof z.ZodError)) return {};
  return Object.fromEntries(cause.issues.map((issue) => [issue.path.join("."), issue.message]));
}

const codes = [
  [NotFound, "NOT_FOUND"],
  [NotAllowed, "FORBIDDEN"],
  [Refusal, "UNPROCESSABLE_CONTENT"],
  [Conflict, "CONFLICT"],
] as const;

/** Converts the domain's errors to tRPC errors with the same sentences. */
const inPlainWords = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (wasEnded(cause)) {
    console.error(`${path} took too long: ${errorInLog(cause)}`);
    const ended = new TookTooLong(cause);
    throw new TRPCError({ code: "TIMEOUT", message: ended.message, cause: ended });
  }
  const known = codes.find(([kind]) => cause instanceof kind);
  if (known && cause) throw new TRPCError({ code: known[1], message: cause.message, cause });
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
/** Open to anyone, signed in or not. */
export const anyone = t.procedure.use(inPlainWords);

/**
 * For signed-in people. Runs in one transaction, rolled back on any error: a query in one that can change nothing, a
 * mutation in one of db/tenant-transaction.ts. A mutation needs a policy line and an idempotency key, and runs once however
 * often it is sent.
 */
const signedInThrough = (door: typeof asPerson, readerFor: (personId: string) => Reader) =>
  anyone.use(async ({ ctx, type, meta, path, getRawInput, next }) => {
    const { person, database, at } = ctx;
    if (!person) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    const work = async (tx: Transaction) => {
      const result = await next({ ctx: { person, db: tx } });
      if (!result.ok) throw result.error; // rolls the transaction back
      return result;
    };
    if (type === "mutation") {
      if (!meta?.may) throw new Error(`${path} changes something and names no line of the policy (server/policy.ts)`);
      const sent = { personId: person.id, procedure: path, input: await getRawInput() };
      return door(database, person.id, (tx) => runOnce(tx, sent, () => work(tx)), { at });
    }
    const reader = readerFor(person.id);
    return ctx.read && !meta?.alone ? ctx.read(reader, work) : reading(database, reader, work, { at });
  });

/** For signed-in people, with row-level security for their systems. */
export const signedIn = signedInThrough(asPerson, (personId) => ({ personId }));
/** For signed-in people, without row-level security: for one's own account and administration, which check reach themselves. */
export const onInstallation = signedInThrough(asOwner, () => "owner");

/** Input that middleware reads: validated like any other, but not passed on to the procedures. */
export const readByGate = <Input extends z.ZodObject>(input: Input) => input.transform(() => ({}));

/** The idempotency key of a mutation: created by the sender, and the same when it is sent again. */
export const keyed = readByGate(z.object({ key: z.uuid() }));

/** Mutation of one's own account. */
export const onOwnAccount = onInstallation.input(keyed).use(({ meta, next }) => {
  if (!meta?.may || !(meta.may in selfPolicy) || !selfPolicy[meta.may as SelfChange]()) throw new NotAllowed();
  return next();
});
