type Checked<Value> = { value: Value } | { issues: { message: string; path: string[] }[] };

/** What a form needs of a schema: the part of zod's that is common to all libraries, https://standardschema.dev. */
export type Checks<Value> = {
  "~standard": {
    version: 1;
    vendor: string;
    validate: (sent: unknown) => Checked<Value>;
    types?: { input: Value; output: Value };
  };
};

/** A schema said without zod, for pages that would carry zod as script for little. The server checks with zod. */
export const checks = <Value>(validate: (sent: unknown) => Checked<Value>): Checks<Value> => ({
  "~standard": { version: 1, vendor: "leeway", validate },
});
