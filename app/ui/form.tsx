"use client";

import { type FormEvent, type ReactNode, useCallback, useId, useMemo, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, FormProvider, useForm } from "react-hook-form";
import type * as z from "zod/mini";
import { withoutNulls } from "@/server/pick";
import { ConflictPanel } from "./conflict-panel";
import { ErrorSummary } from "./error-summary";
import { sentencesByField } from "./field-errors";
import { type FieldFacts, type FormKit, FormKitContext } from "./form-context";
import { resolverFor } from "./form-resolver";
import { TopOfMain } from "./top-of-main";
import { useConflict } from "./use-conflict";
import { useErrorTitle } from "./use-error-title";
import { useFreshDefaults } from "./use-fresh-defaults";
import { useProblems } from "./use-problems";
import { useSending } from "./use-sending";

/** Values as tables return them, with null where nothing was entered. */
type OrNull<Values> = { [Name in keyof Values]: Values[Name] | null };

/** How a form's values are saved. The key stays the same for the same values until they are saved, so that a retry saves once. */
export type Change<Values> = {
  /** Errors are shown as described in form-problem.ts. */
  send: (values: Values, key: string) => Promise<unknown>;
};

type FormProps<In extends FieldValues, Out extends FieldValues> = {
  /** The schema that the server validates with. */
  schema: Pick<z.core.$ZodType<Out, In>, "~standard">;
  change: Change<Out>;
  /** For editing: with the `version` that was read, so that a conflicting change is detected. */
  defaultValues?: OrNull<DefaultValues<In>>;
  /** Resets the form once it is saved, for the next entry. */
  clears?: boolean;
  children: ReactNode;
};

/**
 * A form is a schema, a change and its fields. It validates on submit, not before; shows errors above the h1 and beside each
 * field; never loses what was typed; and ignores double presses.
 */
export function Form<In extends FieldValues, Out extends FieldValues>(props: FormProps<In, Out>) {
  const { schema, change, defaultValues, clears, children } = props;
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const fields = useRef(new Map<string, FieldFacts>()).current;
  const resolver = useMemo(() => resolverFor(schema, fields), [schema, fields]);
  const defaults = defaultValues && withoutNulls(defaultValues);
  const form = useForm<FieldValues>({
    resolver,
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    defaultValues: defaults,
  });

  const [error, setError] = useState<unknown>(null);
  const fresh = useFreshDefaults(form, defaults);
  const conflict = useConflict(form, fields);
  const problems = useProblems(error, fields, conflict.open);
  const sending = useSending({
    send: (values, key) => change.send(values as Out, key),
    onStart: () => {
      setError(null);
      problems.clear();
    },
    onSuccess: (sent) => {
      conflict.close();
      if (clears) form.reset(defaults);
      else fresh.saved(sent);
    },
    onProblem: setError,
  });

  useErrorTitle(problems.lines.length > 0 || conflict.shown !== null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!sending.acceptsPress()) return;
    const typed = structuredClone(form.getValues());
    void form.handleSubmit(
      (values) => sending.start(values, typed),
      (errors) => problems.show([], sentencesByField(errors)),
    )();
  };

  const registerField = useCallback(
    (name: string, facts: FieldFacts) => {
      fields.set(name, facts);
      return () => void fields.delete(name);
    },
    [fields],
  );
  const kit = useMemo<FormKit>(
    () => ({
      id,
      registerField,
      errorOf: (name) => problems.byField[name],
      sending: sending.busy,
    }),
    [id, registerField, problems.byField, sending.busy],
  );

  return (
    <FormProvider {...form}>
      <FormKitContext value={kit}>
        <form ref={element} onSubmit={submit} noValidate method="post">
          {children}
        </form>
        {problems.lines.length > 0 && (
          <TopOfMain from={element}>
            <ErrorSummary lines={problems.lines} />
          </TopOfMain>
        )}
        {conflict.shown && (
          <TopOfMain from={element}>
            <ConflictPanel
              {...conflict.shown}
              onUseMine={() => (conflict.shown?.theirsIsIn ? conflict.putMineBack() : element.current?.requestSubmit())}
              onUseTheirs={conflict.useTheirs}
            />
          </TopOfMain>
        )}
      </FormKitContext>
    </FormProvider>
  );
}
