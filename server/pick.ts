/** The named fields of an object. */
export const pick = <Of extends object, Name extends keyof Of>(of: Of, names: readonly Name[]): Pick<Of, Name> =>
  Object.fromEntries(names.map((name) => [name, of[name]])) as Pick<Of, Name>;

/** Fields as stored: null when empty. */
export type WithNulls<Fields> = {
  [Name in keyof Fields]-?: undefined extends Fields[Name] ? Exclude<Fields[Name], undefined> | null : Fields[Name];
};

/** Only these fields, with null when empty: Drizzle would leave a column unchanged for undefined. */
export const pickWithNulls = <Of extends object, Name extends keyof Of>(of: Of, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, of[name] ?? null])) as WithNulls<Pick<Of, Name>>;

/** The fields that have a value: forms and schemas expect undefined where a table has null. */
export const withoutNulls = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
