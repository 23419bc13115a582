import { TRPCError } from "@trpc/server";
import type { connect } from "@/db/client";
import type { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import { exampleOf, type Known } from "./examples";

type Database = ReturnType<typeof connect>;
type Procedures = Record<string, { _def: { type: "query" | "mutation"; inputs: unknown[] } }>;
type AnyRouter = { _def: { procedures: object } };

/** What came back: the answer or the refusal as text, and the code of a refusal. */
export type Answer = {
  path: string;
  input: unknown;
  /** Ids of things of a system that had to be sent along. */
  ids: string[];
  code: string | null;
  text: string;
};

export const proceduresOf = (router: AnyRouter) => router._def.procedures as unknown as Procedures;

/** A database in which whatever a procedure did is undone once it has answered: a walk leaves the world as it was. */
function undoing(database: Database): Database {
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

/** The ids that name something of a system, of those an example must send. */
const idsIn = (input: Record<string, unknown> | undefined, required: string[]) =>
  Object.entries(input ?? {}).flatMap(([name, value]) =>
    required.includes(name) && /^(system|experiment|measure|board)Id$/.test(name) ? [String(value)] : [],
  );

/** Calls every procedure of a router as one person, with each different example: what they are answered, word for word. */
export async function walk(
  router: AnyRouter,
  database: Database,
  personId: string,
  examples: readonly Known[],
): Promise<Answer[]> {
  const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
  const caller = createCallerFactory(router as unknown as typeof appRouter)({ database: undoing(database), person });
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
      const told = await answerOf(caller, path, keyed);
      answers.push({ path, input: keyed, ids: idsIn(input, required), ...told });
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
