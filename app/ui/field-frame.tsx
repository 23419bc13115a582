import type { ReactNode } from "react";
import type { FieldProps } from "./use-field";

type FrameProps = Omit<FieldProps, "name"> & {
  id: string;
  error?: string;
  hintId?: string;
  errorId?: string;
  children: ReactNode;
};

/** Label, hint and error message around one box. */
export function FieldFrame({ id, label, hint, optional, heading, error, hintId, errorId, children }: FrameProps) {
  const text = (
    <label className={`nhsuk-label nhsuk-label--${heading ? "l" : "s"}`} htmlFor={id}>
      <LabelText label={label} optional={optional} />
    </label>
  );
  return (
    <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
      {heading ? <h1 className="nhsuk-label-wrapper">{text}</h1> : text}
      <HintAndError hint={hint} hintId={hintId} error={error} errorId={errorId} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question. */
export function FieldsetFrame(props: FrameProps & { describedBy?: string; role?: "group" }) {
  const { label, hint, optional, heading, error, hintId, errorId, describedBy, role, children } = props;
  const text = <LabelText label={label} optional={optional} />;
  return (
    <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy} role={role}>
        <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${heading ? "l" : "s"}`}>
          {heading ? <h1 className="nhsuk-fieldset__heading">{text}</h1> : text}
        </legend>
        <HintAndError hint={hint} hintId={hintId} error={error} errorId={errorId} />
        {children}
      </fieldset>
    </div>
  );
}

function LabelText({ label, optional }: { label: string; optional?: boolean }) {
  return optional ? `${label} (optional)` : label;
}

function HintAndError({ hint, hintId, error, errorId }: Pick<FrameProps, "hint" | "hintId" | "error" | "errorId">) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={hintId}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={errorId}>
          <span className="sr-only">Error: </span>
          {error}
        </span>
      )}
    </>
  );
}
