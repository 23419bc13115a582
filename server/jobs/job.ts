import type { connect } from "@/db/client";

export type JobContext = {
  database: ReturnType<typeof connect>;
  payload: unknown;
  /** Extends the lease: a long job calls it now and then, so that no other worker claims it. */
  keep: () => Promise<void>;
  /** Whether the server is stopping: a long job then ends at the next good place and is claimed again later. */
  isStopping: () => boolean;
};

/** The work of one kind of job. It must be idempotent: a job that was interrupted runs again. */
export type JobKind = (doing: JobContext) => Promise<void>;
