"use client";

import { useController } from "react-hook-form";
import { type Choice, labelOf } from "./choice";
import { FieldsetFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

/** Its value is the list of ticked choices, in their order. */
export function CheckboxesField({ choices, ...field }: FieldProps & { choices: readonly Choice<string | number>[] }) {
  const { field: ticked } = useController({ name: field.name, defaultValue: [] });
  const state = useField(field, {
    empty: [],
    show: (values) => (Array.isArray(values) ? values : []).map((value) => labelOf(choices, value)).join(", "),
  });
  const selected: unknown[] = Array.isArray(ticked.value) ? ticked.value : [];
  const toggle = (value: string | number) => {
    const isTicked = (candidate: string | number) => selected.includes(candidate) !== (candidate === value);
    ticked.onChange(choices.map((choice) => choice.value).filter(isTicked));
  };
  return (
    <FieldsetFrame {...field} {...state}>
      <div className="nhsuk-checkboxes">
        {choices.map(({ value, label, hint }, index) => {
          const id = index === 0 ? state.id : `${state.id}-${index + 1}`;
          return (
            <div className="nhsuk-checkboxes__item" key={value}>
              <input
                className="nhsuk-checkboxes__input"
                id={id}
                name={state.id}
                type="checkbox"
                value={value}
                checked={selected.includes(value)}
                onChange={() => toggle(value)}
                aria-describedby={hint ? `${id}-item-hint` : undefined}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
                {label}
              </label>
              {hint && (
                <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-item-hint`}>
                  {hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </FieldsetFrame>
  );
}
