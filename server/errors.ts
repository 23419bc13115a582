/** The request cannot be done: sentences for the user, for the whole form or beside a field. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly sentences: string[],
    readonly fieldErrors: Record<string, string> = {},
  ) {
    super([...sentences, ...Object.values(fieldErrors)].join(" "));
  }
}

/** Refuse with one sentence. */
export const refuse = (sentence: string): never => {
  throw new Refusal([sentence]);
};

/** Missing or out of the person's reach: the same error for both, so that nobody learns which. */
export class NotFound extends Error {
  override readonly name = "NotFound";
  constructor() {
    super("We could not find that. It may have moved, or it may be outside what you can see.");
  }
}

/** Someone else changed it meanwhile; has their version, to show beside the one sent. */
export class Conflict extends Error {
  override readonly name = "Conflict";
  constructor(
    readonly version: number,
    readonly theirs: Record<string, unknown>,
    readonly by: string,
    readonly at: string,
  ) {
    super(`${by} changed this while you were writing. Nothing of yours was saved yet, and nothing is lost.`);
  }
}

/** The person can see it but may not do this: the page should not have offered it, or something changed since. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
  /** @param reason - why not, as a sentence, if known */
  constructor(readonly reason?: string) {
    super(
      reason
        ? `This is for other people to do, so nothing was changed. ${reason}`
        : "This is for other people to do, so nothing was changed. Load the page again to see what you can do.",
    );
  }
}
