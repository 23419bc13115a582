import type { connect } from "@/db/client";

export type JobContext = {
  database: ReturnType<typeof connect>;
  payload: unknown;
  /** A long job says now and then that it is still at it, so that nobody else takes it up. */
  keep: () => Promise<void>;
  /** Whether the server is to stop: a long job leaves off at the next good place and is taken up again. */
  isStopping: () => boolean;
};

/** What one kind of job does. It may be done twice, if the first time was broken off, and must come out the same. */
export type JobKind = (doing: JobContext) => Promise<void>;
