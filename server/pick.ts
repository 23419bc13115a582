/** The named fields of an object. */
export const pick = <Of extends object, Name extends keyof Of>(of: Of, names: readonly Name[]): Pick<Of, Name> =>
  Object.fromEntries(names.map((name) => [name, of[name]])) as Pick<Of, Name>;

/** Fields as a table keeps them: null for what was left empty. */
export type WithNulls<Fields> = {
  [Name in keyof Fields]-?: undefined extends Fields[Name] ? Exclude<Fields[Name], undefined> | null : Fields[Name];
};

/** Only these fields, with null for what was left empty: undefined would tell Drizzle to leave a column as it is. */
export const pickWithNulls = <Of extends object, Name extends keyof Of>(of: Of, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, of[name] ?? null])) as WithNulls<Pick<Of, Name>>;

/** The fields that have a value: forms and schemas expect undefined where a table has null. */
export const withoutNulls = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
