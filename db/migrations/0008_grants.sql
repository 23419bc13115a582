GRANT SELECT, INSERT ON accepted_conditions, standing_permissions, standing_uses, standing_withdrawals, pause_decisions, reminders TO leeway_app;
--> statement-breakpoint
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['accepted_conditions', 'standing_permissions', 'standing_uses', 'standing_withdrawals',
    'pause_decisions', 'reminders']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()', kept);
  END LOOP;
END $$;
--> statement-breakpoint
-- Conditions count once the team has accepted them; before, they were agreed by starting.
INSERT INTO accepted_conditions (id, system_id, answer_id, accepted_by, accepted_at)
  SELECT gen_random_uuid(), a.system_id, a.id, r.requested_by, a.answered_at
    FROM permission_answers a JOIN permission_requests r ON r.id = a.request_id WHERE a.answer = 'yes with conditions';
--> statement-breakpoint
-- The latest answer that decides counts: a yes, or a yes whose conditions the team has accepted; with the board's yes where
-- the request needs one; until it or the whole request is taken back. And what was started by a standing permission.
-- server/permissions/coverage/covered.ts says the same of any day and moment.
CREATE OR REPLACE VIEW permission_grants WITH (security_invoker = true) AS
  SELECT a.id AS answer_id, r.system_id, r.experiment_id, r.id AS request_id, a.organisation_id,
         r.from_on, coalesce(a.ends_on, r.ends_on) AS ends_on, r.material_hash = e.material_hash AS same_terms,
         a.in_words, a.answered_by, a.in_place_of, a.answered_at, NULL::uuid AS use_id
    FROM permission_requests r
    JOIN experiments e ON e.id = r.experiment_id
    JOIN LATERAL (
      SELECT DISTINCT ON (organisation_id) * FROM permission_answers
        WHERE request_id = r.id AND answer <> 'question'
        ORDER BY organisation_id, answered_at DESC, id DESC
    ) a ON a.answer = 'yes'
        OR (a.answer = 'yes with conditions' AND EXISTS (SELECT 1 FROM accepted_conditions c WHERE c.answer_id = a.id))
    WHERE NOT EXISTS (
      SELECT 1 FROM permission_withdrawals w
        WHERE w.request_id = r.id AND (w.organisation_id IS NULL OR w.organisation_id = a.organisation_id)
    ) AND NOT EXISTS (
      SELECT 1 FROM board_reviews v LEFT JOIN LATERAL (
        SELECT answer FROM review_answers WHERE review_id = v.id ORDER BY answered_at DESC, id DESC LIMIT 1
      ) said ON true WHERE v.request_id = r.id AND coalesce(said.answer, '') NOT IN ('go on', 'spread')
    )
  UNION ALL
  SELECT NULL, u.system_id, u.experiment_id, NULL, u.organisation_id, u.from_on, u.ends_on,
         u.material_hash = e.material_hash, u.words, s.given_by, NULL, u.used_at, u.id
    FROM standing_uses u
    JOIN experiments e ON e.id = u.experiment_id
    JOIN standing_permissions s ON s.id = u.standing_id
    WHERE NOT EXISTS (
      SELECT 1 FROM standing_withdrawals w
        WHERE w.standing_id = u.standing_id AND (w.use_id IS NULL OR w.use_id = u.id)
    );
