ALTER TABLE "standing_uses" ADD COLUMN "terms" jsonb;--> statement-breakpoint
-- Whoever took part in what was agreed may take its record with them, also after leaving, and nothing else: this role reads one
-- record's rows, whoever asks for whatever, and writes none. It cannot sign in by itself.
DO $$ BEGIN
  CREATE ROLE leeway_keeper NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT leeway_keeper TO %I', current_user);
END $$;
--> statement-breakpoint
-- The records that a person took part in, with whichever account: a request by its id, a start on its own word by the id of its use.
-- Part took who asked, answered, had somebody answer in their place, agreed or took back; and who was on the team meanwhile.
CREATE FUNCTION kept_records(person uuid, record uuid DEFAULT NULL)
RETURNS TABLE (record_id uuid, experiment_id uuid, title text, from_on date, ends_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH me AS (
    SELECT other.id FROM people p
      JOIN people other ON coalesce(other.same_person_as, other.id) = coalesce(p.same_person_as, p.id)
      WHERE p.id = person AND p.suspended_at IS NULL
  ), acted AS (
    SELECT r.id FROM permission_requests r WHERE r.requested_by IN (SELECT id FROM me)
    UNION ALL
    SELECT a.request_id FROM permission_answers a
      WHERE a.answered_by IN (SELECT id FROM me) OR a.in_place_of IN (SELECT id FROM me)
    UNION ALL
    SELECT a.request_id FROM permission_replies s JOIN permission_answers a ON a.id = s.answer_id
      WHERE s.replied_by IN (SELECT id FROM me)
    UNION ALL
    SELECT a.request_id FROM accepted_conditions c JOIN permission_answers a ON a.id = c.answer_id
      WHERE c.accepted_by IN (SELECT id FROM me)
    UNION ALL
    SELECT w.request_id FROM permission_withdrawals w WHERE w.withdrawn_by IN (SELECT id FROM me)
    UNION ALL
    SELECT v.request_id FROM review_answers s JOIN board_reviews v ON v.id = s.review_id
      WHERE s.answered_by IN (SELECT id FROM me)
    UNION ALL
    SELECT u.id FROM standing_uses u JOIN standing_permissions s ON s.id = u.standing_id
      WHERE u.used_by IN (SELECT id FROM me) OR s.given_by IN (SELECT id FROM me)
  )
  SELECT r.id, r.experiment_id, e.title, r.from_on, r.ends_on
    FROM permission_requests r JOIN experiments e ON e.id = r.experiment_id
    WHERE (record IS NULL OR r.id = record) AND (
      r.id IN (SELECT id FROM acted)
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(r.terms->'team') member WHERE (member->>'id')::uuid IN (SELECT id FROM me))
      OR EXISTS (SELECT 1 FROM team_members t WHERE t.experiment_id = r.experiment_id AND t.person_id IN (SELECT id FROM me)
        AND t.from_on <= r.ends_on AND coalesce(t.ends_on, 'infinity') >= (r.requested_at AT TIME ZONE 'Europe/London')::date))
  UNION ALL
  SELECT u.id, u.experiment_id, e.title, u.from_on, u.ends_on
    FROM standing_uses u JOIN experiments e ON e.id = u.experiment_id
    WHERE (record IS NULL OR u.id = record) AND (
      u.id IN (SELECT id FROM acted)
      OR EXISTS (SELECT 1 FROM team_members t WHERE t.experiment_id = u.experiment_id AND t.person_id IN (SELECT id FROM me)
        AND t.from_on <= u.ends_on AND coalesce(t.ends_on, 'infinity') >= u.from_on))
$$;
--> statement-breakpoint
-- What belongs to one record: its experiment, itself with the requests before and after it or the other uses of the same start,
-- the organisations that carry something of it, and the figures it is about. Nothing, when the person took no part in it.
CREATE FUNCTION kept_ids(person uuid, record uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT coalesce(array_agg(part.id), '{}') FROM kept_records(person, record) kept CROSS JOIN LATERAL (
    SELECT kept.experiment_id AS id
    UNION SELECT record
    UNION SELECT r.renews_id FROM permission_requests r WHERE r.id = record AND r.renews_id IS NOT NULL
    UNION SELECT r.id FROM permission_requests r WHERE r.renews_id = record
    UNION SELECT same.id FROM standing_uses u JOIN standing_uses same ON same.experiment_id = u.experiment_id AND same.used_at = u.used_at
      WHERE u.id = record
    UNION SELECT same.standing_id FROM standing_uses u JOIN standing_uses same ON same.experiment_id = u.experiment_id AND same.used_at = u.used_at
      WHERE u.id = record
    UNION SELECT (party->>'id')::uuid FROM permission_requests r
      CROSS JOIN LATERAL jsonb_path_query(r.terms, '$.*[*].carriedBy[*]') party WHERE r.id = record
    UNION SELECT (dip->'measure'->>'id')::uuid FROM permission_requests r
      CROSS JOIN LATERAL jsonb_array_elements(r.terms->'expectedDips') dip WHERE r.id = record
    UNION SELECT m.measure_id FROM experiment_measures m WHERE m.experiment_id = kept.experiment_id
  ) part
$$;
--> statement-breakpoint
-- Both as the door has set them, until the transaction ends.
CREATE FUNCTION kept() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('leeway.kept', true), '')::uuid[], '{}');
--> statement-breakpoint
CREATE FUNCTION kept_record() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('leeway.kept_record', true), '')::uuid;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO leeway_keeper;
--> statement-breakpoint
GRANT SELECT ON systems, organisations TO leeway_keeper;
--> statement-breakpoint
GRANT SELECT (id, name, job, same_person_as, suspended_at) ON people TO leeway_keeper;
--> statement-breakpoint
-- It may ask every table of a system; without a policy of its own a table answers with no row.
DO $$
DECLARE tenant text;
BEGIN
  FOR tenant IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'system_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
  LOOP
    EXECUTE format('GRANT SELECT ON %I TO leeway_keeper', tenant);
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
DECLARE said text[];
BEGIN
  FOREACH said SLICE 1 IN ARRAY ARRAY[
    ['experiments', 'id = ANY ((SELECT kept())::uuid[])'],
    ['experiment_turns', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['terms_versions', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['experiment_measures', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['conclusions', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['pause_decisions', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['permission_requests', 'id = ANY ((SELECT kept())::uuid[])'],
    ['permission_answers', 'request_id = (SELECT kept_record())'],
    ['permission_withdrawals', 'request_id = (SELECT kept_record())'],
    ['permission_replies', 'answer_id IN (SELECT id FROM permission_answers)'],
    ['accepted_conditions', 'answer_id IN (SELECT id FROM permission_answers)'],
    ['board_reviews', 'request_id = (SELECT kept_record())'],
    ['review_answers', 'review_id IN (SELECT id FROM board_reviews)'],
    ['boards', 'id IN (SELECT board_id FROM board_reviews)'],
    ['standing_uses', 'id = ANY ((SELECT kept())::uuid[])'],
    ['standing_permissions', 'id = ANY ((SELECT kept())::uuid[])'],
    ['standing_withdrawals', 'standing_id = ANY ((SELECT kept())::uuid[]) AND (use_id IS NULL OR use_id = ANY ((SELECT kept())::uuid[]))'],
    ['measures', 'id = ANY ((SELECT kept())::uuid[])'],
    ['measure_contributors', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['observations', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['rebases', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['left_out_points', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['memberships', 'role = ''leader'' AND organisation_id = ANY ((SELECT kept())::uuid[]) AND system_id IN (SELECT system_id FROM experiments)'],
    ['system_organisations', 'organisation_id IN (SELECT organisation_id FROM measure_contributors) AND system_id IN (SELECT system_id FROM experiments)']
  ]
  LOOP
    EXECUTE format('CREATE POLICY "kept record only" ON %I FOR SELECT TO leeway_keeper USING (%s)', said[1], said[2]);
  END LOOP;
END $$;
