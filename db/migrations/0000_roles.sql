-- The app's role: every request works as it, so row-level security and grants bind. It cannot sign in by itself.
DO $$ BEGIN
  CREATE ROLE leeway_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT leeway_app TO %I', current_user);
END $$;
--> statement-breakpoint
-- Today in London by the database's clock, the only clock that decides.
CREATE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE
  RETURN (now() AT TIME ZONE 'Europe/London')::date;
--> statement-breakpoint
-- Whether a period given by days (both included, open ends allowed) holds today.
CREATE FUNCTION is_current(from_on date, ends_on date) RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(from_on <= (now() AT TIME ZONE 'Europe/London')::date, true)
     AND coalesce(ends_on >= (now() AT TIME ZONE 'Europe/London')::date, true);
--> statement-breakpoint
-- The systems this request was opened for; none when nobody opened one.
CREATE FUNCTION current_systems() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('leeway.systems', true), '')::uuid[], '{}');
