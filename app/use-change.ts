"use client";

import { useRouter } from "next/navigation";
import { type AfterChange, addressAfter } from "./after-change";
import type { Change } from "./ui/form";

/** What is sent besides the values: the form's idempotency key, the same when the same values are sent again. */
export type Keyed<Values> = Values & { key: string };

/** The part of the input that the form's fields fill in. */
type RemainingInput<Input, Preset extends keyof Input> = Omit<Input, Preset | "key">;

/**
 * The one way to send a change: the procedure, what to add to the form's values, and where to go once it is saved.
 * @example
 * const change = useChange(useTRPCClient().risks.edit.mutate, {
 *   with: { experimentId },
 *   to: `/experiments/${experimentId}/risks`,
 *   notice: "risk changed",
 * });
 */
export function useChange<
  Input extends Keyed<unknown>,
  Answer,
  To extends string,
  Preset extends Exclude<keyof Input, "key"> = never,
>(
  mutate: (input: Input) => Promise<Answer>,
  options: { with?: Pick<NoInfer<Input>, Preset> } & AfterChange<Awaited<Answer>, Input, To> = {},
): Change<RemainingInput<Input, Preset>> {
  const router = useRouter();
  return {
    send: async (values, key) => {
      const input = { ...values, ...options.with, key } as unknown as Input;
      const to = addressAfter(options, await mutate(input), input);
      if (to) router.push(to);
      router.refresh();
    },
  };
}
