"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { type DateParts, dayFromParts, dayShown, partsFromDay, problemWithDay } from "./date-parts";
import { FieldsetFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

const boxes = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** Three boxes with the value "2027-09-13". */
export function DateField(field: FieldProps) {
  const { field: date } = useController({ name: field.name });
  const state = useField(field, { check: problemWithDay, show: dayShown });
  const [typed, setTyped] = useState(() => partsFromDay(date.value));

  // The value changed from outside (their version, a reset form): show that, not what was typed
  const shown = dayFromParts(typed) === (date.value || undefined) ? typed : partsFromDay(date.value);
  const type = (part: keyof DateParts, text: string) => {
    const next = { ...shown, [part]: text };
    setTyped(next);
    date.onChange(dayFromParts(next));
  };
  return (
    <FieldsetFrame {...field} {...state} role="group">
      <div className="nhsuk-date-input">
        {boxes.map(({ part, label, width }, index) => {
          const id = index === 0 ? state.id : `${state.id}-${part}`;
          return (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                {label}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${state.error ? " nhsuk-input--error" : ""}`}
                id={id}
                name={id}
                inputMode="numeric"
                autoComplete="off"
                value={shown[part]}
                onChange={(event) => type(part, event.target.value)}
                aria-invalid={state.error ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldsetFrame>
  );
}
