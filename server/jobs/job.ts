import type { connect } from "@/db/client";

export type JobContext = {
  database: ReturnType<typeof connect>;
  payload: unknown;
  /** Long jobs call it now and then, so that no other worker claims the job. */
  extendLease: () => Promise<void>;
  /** Whether the server is stopping: a long job then ends at a safe point and is claimed again later. */
  isStopping: () => boolean;
};

/** The work of one kind of job. Must be idempotent: an interrupted job runs again. */
export type JobKind = (context: JobContext) => Promise<void>;
