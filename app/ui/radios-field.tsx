"use client";

import { Fragment, type ReactNode } from "react";
import { useController } from "react-hook-form";
import { type Choice, labelOf } from "./choice";
import { FieldsetFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

type RadiosFieldProps = FieldProps & {
  choices: readonly (Choice & { /** More questions, shown while this is chosen. */ then?: ReactNode })[];
  inline?: boolean;
};

export function RadiosField({ choices, inline, ...field }: RadiosFieldProps) {
  const { field: chosen } = useController({ name: field.name });
  const state = useField(field, { show: (value) => labelOf(choices, value) });
  return (
    <FieldsetFrame {...field} {...state}>
      <div className={`nhsuk-radios${inline ? " nhsuk-radios--inline" : ""}`}>
        {choices.map(({ value, label, hint, then }, index) => {
          // The first has the field's id, because the error summary links to it
          const id = index === 0 ? state.id : `${state.id}-${index + 1}`;
          return (
            <Fragment key={String(value)}>
              <div className="nhsuk-radios__item">
                <input
                  className="nhsuk-radios__input"
                  id={id}
                  name={state.id}
                  type="radio"
                  value={String(value)}
                  checked={chosen.value === value}
                  onChange={() => chosen.onChange(value)}
                  aria-describedby={hint ? `${id}-item-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
                  {label}
                </label>
                {hint && (
                  <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-item-hint`}>
                    {hint}
                  </div>
                )}
              </div>
              {then && chosen.value === value && <div className="nhsuk-radios__conditional">{then}</div>}
            </Fragment>
          );
        })}
      </div>
    </FieldsetFrame>
  );
}
