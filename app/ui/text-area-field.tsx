"use client";

import { type FormEvent, useEffect, useState } from "react";
import { get, useFormContext, useWatch } from "react-hook-form";
import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

type TextAreaFieldProps = FieldProps & {
  rows?: number;
  /** The schema's maximum length. Typing is never stopped; the count shows from three quarters. */
  limit?: number;
};

export function TextAreaField({ rows = 3, limit, ...field }: TextAreaFieldProps) {
  const { register, formState } = useFormContext();
  const state = useField(field, { empty: "" });
  const countId = limit ? `${state.id}-count` : "";
  return (
    <FieldFrame {...field} {...state}>
      <textarea
        {...register(field.name)}
        defaultValue={get(formState.defaultValues, field.name)}
        id={state.id}
        rows={rows}
        dir="auto"
        className={`nhsuk-textarea${state.error ? " nhsuk-textarea--error" : ""}`}
        aria-describedby={[state.describedBy, countId].filter(Boolean).join(" ") || undefined}
        aria-invalid={state.error ? true : undefined}
        onInput={sizeToContent}
      />
      {limit && <Count name={field.name} limit={limit} id={countId} />}
    </FieldFrame>
  );
}

function Count({ name, limit, id }: { name: string; limit: number; id: string }) {
  const typed: unknown = useWatch({ name });
  const remaining = limit - (typeof typed === "string" ? typed.length : 0);
  const sentence = remaining > limit / 4 ? "" : countSentence(remaining);
  const announced = useAfterPause(sentence);
  return (
    <>
      <div id={id} className={`nhsuk-hint mt-1 mb-0${remaining < 0 ? " font-bold text-red" : ""}`}>
        {sentence}
      </div>
      <div className="sr-only" role="status">
        {announced}
      </div>
    </>
  );
}

function countSentence(remaining: number) {
  const count = Math.abs(remaining).toLocaleString("en-GB");
  const characters = Math.abs(remaining) === 1 ? "character" : "characters";
  return remaining < 0 ? `You have ${count} ${characters} too many` : `You have ${count} ${characters} left`;
}

/** A screen reader announces the count when typing pauses, not at every key. */
function useAfterPause(sentence: string) {
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(sentence), 1000);
    return () => clearTimeout(timer);
  }, [sentence]);
  return announced;
}

/** Sizes the textarea to its content, in browsers that cannot. */
function sizeToContent({ currentTarget: area }: FormEvent<HTMLTextAreaElement>) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 4}px`;
}
