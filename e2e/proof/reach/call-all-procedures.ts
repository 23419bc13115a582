import { TRPCError } from "@trpc/server";
import type { connect } from "@/db/client";
import type { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import { exampleOf, type KnownFields } from "./examples";

type Database = ReturnType<typeof connect>;
type Procedures = Record<string, { _def: { type: "query" | "mutation"; inputs: unknown[] } }>;
type AnyRouter = { _def: { procedures: object } };

/** The answer or the refusal as text, and the code of a refusal. */
export type Answer = {
  path: string;
  input: unknown;
  /** The required ids of things in a system. */
  ids: string[];
  code: string | null;
  text: string;
};

export const proceduresOf = (router: AnyRouter) => router._def.procedures as unknown as Procedures;

/** A database that rolls back each transaction after its answer, so that calls leave no trace. */
function withRollback(database: Database): Database {
  class Answered {
    constructor(readonly answer: unknown) {}
  }
  const transaction: Database["transaction"] = async (work, settings) => {
    try {
      return await database.transaction(async (tx) => {
        throw new Answered(await work(tx));
      }, settings);
    } catch (thrown) {
      if (thrown instanceof Answered) return thrown.answer as never;
      throw thrown;
    }
  };
  return Object.assign(Object.create(database), { transaction });
}

/** The required ids in an input that name something of a system. */
const idsIn = (input: Record<string, unknown> | undefined, required: string[]) =>
  Object.entries(input ?? {}).flatMap(([name, value]) =>
    required.includes(name) && /^(system|experiment|measure|board|organisation)Id$/.test(name) ? [String(value)] : [],
  );

/** Calls every procedure of a router as one person, with each different example. */
export async function callAllProcedures(
  router: AnyRouter,
  database: Database,
  personId: string,
  examples: readonly KnownFields[],
): Promise<Answer[]> {
  const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
  const caller = createCallerFactory(router as unknown as typeof appRouter)({
    database: withRollback(database),
    person,
  });
  const answers: Answer[] = [];
  for (const [path, procedure] of Object.entries(proceduresOf(router))) {
    const sent = new Map(
      examples.map((known) => {
        const example = exampleOf(procedure._def.inputs, known);
        return [JSON.stringify(example.input), example] as const;
      }),
    );
    const some = procedure._def.type === "query" ? [...sent.values()] : [...sent.values()].slice(0, 2);
    for (const { input, required } of some) {
      const keyed = input && "key" in input ? { ...input, key: crypto.randomUUID() } : input;
      const outcome = await answerOf(caller, path, keyed);
      answers.push({ path, input: keyed, ids: idsIn(input, required), ...outcome });
    }
  }
  return answers;
}

async function answerOf(caller: object, path: string, input: unknown): Promise<Pick<Answer, "code" | "text">> {
  const call = path.split(".").reduce<unknown>((part, name) => Reflect.get(part as object, name), caller);
  try {
    const answer: unknown = await (call as (input: unknown) => Promise<unknown>)(input);
    return { code: null, text: JSON.stringify(answer) ?? "" };
  } catch (thrown) {
    if (!(thrown instanceof TRPCError)) throw thrown;
    if (thrown.code === "INTERNAL_SERVER_ERROR") throw new Error(`${path} broke: ${thrown.message}`, { cause: thrown });
    return { code: thrown.code, text: `${thrown.message} ${JSON.stringify(thrown.cause) ?? ""}` };
  }
}
