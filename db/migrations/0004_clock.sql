-- The moment by which everything is decided: the database's clock, or the moment a test set for its own transaction.
-- The statement's, not the transaction's: whoever waited for a lock is judged by the moment after the wait.
CREATE FUNCTION leeway_now() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('leeway.now', true), '')::timestamptz, statement_timestamp());
--> statement-breakpoint
CREATE OR REPLACE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE
  RETURN (leeway_now() AT TIME ZONE 'Europe/London')::date;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION is_current(from_on date, ends_on date) RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(from_on <= (leeway_now() AT TIME ZONE 'Europe/London')::date, true)
     AND coalesce(ends_on >= (leeway_now() AT TIME ZONE 'Europe/London')::date, true);
