-- Which systems a person may enter now: by a current membership in an organisation that serves there, or by a seat on a board.
-- SECURITY DEFINER, because it is asked before row-level security knows the answer.
CREATE FUNCTION systems_of(person uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT coalesce(array_agg(DISTINCT entered.system_id), '{}') FROM (
    SELECT m.system_id FROM memberships m
      JOIN system_organisations o ON o.system_id = m.system_id AND o.organisation_id = m.organisation_id
      WHERE m.person_id = person AND is_current(m.from_on, m.ends_on) AND is_current(o.from_on, o.ends_on)
    UNION ALL
    SELECT s.system_id FROM board_seats s WHERE s.person_id = person AND is_current(s.from_on, s.ends_on)
  ) entered
  WHERE EXISTS (SELECT 1 FROM people p WHERE p.id = person AND p.suspended_at IS NULL)
$$;
--> statement-breakpoint
-- Full-text search runs inside this function, because the text operators are not leakproof and row-level security would
-- keep their index from being used. It asks the same question about systems itself.
CREATE FUNCTION search_experiments(looked_for text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT e.id FROM experiments e
    WHERE e.system_id = ANY (current_systems()) AND e.search_words @@ websearch_to_tsquery('english', looked_for)
  UNION
  SELECT c.experiment_id FROM conclusions c
    WHERE c.system_id = ANY (current_systems()) AND c.search_words @@ websearch_to_tsquery('english', looked_for)
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO leeway_app;
--> statement-breakpoint
GRANT SELECT ON systems, organisations TO leeway_app;
--> statement-breakpoint
-- No e-mail address: a name and a job are what colleagues see.
GRANT SELECT (id, name, job, same_person_as, suspended_at) ON people TO leeway_app;
--> statement-breakpoint
GRANT SELECT ON system_organisations, memberships, deputies, boards, board_seats TO leeway_app;
--> statement-breakpoint
GRANT INSERT, UPDATE ON deputies TO leeway_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON experiments, team_members, risks, expected_dips, stop_rules, measures TO leeway_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON experiment_organisations, experiment_measures, risk_carriers, dip_carriers, measure_contributors TO leeway_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON experiment_turns, conclusions, permission_requests, permission_answers, permission_withdrawals,
  observations, board_reviews, review_answers, journal TO leeway_app;
--> statement-breakpoint
-- What was decided, logged or done is followed by another row, never rewritten: not by the app, not by its owner.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: add a row that follows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['experiment_turns', 'conclusions', 'permission_requests', 'permission_answers',
    'permission_withdrawals', 'observations', 'board_reviews', 'review_answers', 'journal']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()', kept);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO leeway_app;
