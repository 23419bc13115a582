/** One of several answers. The value is the schema's, so it may be a number or a boolean. */
export type Choice<Value extends string | number | boolean = string | number | boolean> = {
  value: Value;
  label: string;
  hint?: string;
};

export function labelOf(choices: readonly Choice[], value: unknown) {
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}
