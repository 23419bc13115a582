/** One answer among several. The value is what the schema gets, so it may be a number or yes and no. */
export type Choice<Value extends string | number | boolean = string | number | boolean> = {
  value: Value;
  label: string;
  hint?: string;
};

export function labelOf(choices: readonly Choice[], value: unknown) {
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}
