-- The first migration, part 1 of 4, written by hand: what the tables in part 2 need before they can be made. Their defaults
-- call leeway_now() and london_today(), and their policies name leeway_app and call current_systems(). The head of part 3
-- says how to change the schema.

-- Roles -------------------------------------------------------------------------------------------------------------------

-- The role every request works as, so that row-level security and grants bind it. It cannot sign in by itself.
DO $$ BEGIN
  CREATE ROLE leeway_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles are the server's: another database may have made it
END $$;
--> statement-breakpoint
-- The role that reads one record of permission, for somebody who took part in it and has left. It cannot sign in by itself.
DO $$ BEGIN
  CREATE ROLE leeway_keeper NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT leeway_app, leeway_keeper TO %I', current_user);
END $$;
--> statement-breakpoint

-- Parts of words are found by an index of three letters each; PostgreSQL brings this extension, and lets a database's owner add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint

-- The clock ---------------------------------------------------------------------------------------------------------------

-- The moment by which everything is decided: the database's clock, or the moment a test set for its own transaction.
-- The statement's, not the transaction's: whoever waited for a lock is judged by the moment after the wait.
CREATE FUNCTION leeway_now() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('leeway.now', true), '')::timestamptz, statement_timestamp());
--> statement-breakpoint
CREATE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE
  RETURN (leeway_now() AT TIME ZONE 'Europe/London')::date;
--> statement-breakpoint
-- Whether a period given by days (both included, open ends allowed) holds today.
CREATE FUNCTION is_current(from_on date, ends_on date) RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(from_on <= (leeway_now() AT TIME ZONE 'Europe/London')::date, true)
     AND coalesce(ends_on >= (leeway_now() AT TIME ZONE 'Europe/London')::date, true);
--> statement-breakpoint

-- How names are compared -------------------------------------------------------------------------------------------------

-- Words without capitals, accents, spaces and signs: "Zoë  Ng" and "zoe ng" are alike.
CREATE FUNCTION plain(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(lower(regexp_replace(normalize(words, NFKD), '[\s\u0300-\u036f[:punct:]]+', '', 'g')), 'øłđħı', 'oldhi');
--> statement-breakpoint
-- "Katherine van Dale" and "Kath Dale": the first letter and the last word.
CREATE FUNCTION initial_and_surname(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN left(plain(name), 1) || plain(coalesce(substring(name FROM '(\S+)\s*$'), ''));
--> statement-breakpoint

-- What db/tenant-transaction.ts has set for this transaction --------------------------------------------------------------

-- The systems the request was opened for; none when nobody opened one.
CREATE FUNCTION current_systems() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('leeway.systems', true), '')::uuid[], '{}');
--> statement-breakpoint
-- The record that leeway_keeper was opened for, and the ids of all that belongs to it (kept_ids in part 3).
CREATE FUNCTION kept_record() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('leeway.kept_record', true), '')::uuid;
--> statement-breakpoint
CREATE FUNCTION kept() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('leeway.kept', true), '')::uuid[], '{}');
