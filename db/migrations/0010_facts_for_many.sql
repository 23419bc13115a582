-- The same facts, put together for many experiments at once: each part reads its rows once and is joined by experiment,
-- instead of being asked anew for every experiment. Where one experiment is named, PostgreSQL takes its rows alone.
-- The latest answer that decides counts: a yes, or a yes whose conditions the team has accepted; with the board's yes where
-- the request needs one; until it or the whole request is taken back. And what was started by a standing permission.
-- server/permissions/coverage/covered.ts says the same of any day and moment.
CREATE OR REPLACE VIEW permission_grants WITH (security_invoker = true) AS
  SELECT said.id AS answer_id, said.system_id, said.experiment_id, said.request_id, said.organisation_id,
         said.from_on, said.ends_on, said.material_hash = e.material_hash AS same_terms,
         said.in_words, said.answered_by, said.in_place_of, said.answered_at, NULL::uuid AS use_id
    FROM (
      SELECT DISTINCT ON (r.experiment_id, a.request_id, a.organisation_id)
             r.system_id, r.experiment_id, r.from_on, r.material_hash, coalesce(a.ends_on, r.ends_on) AS ends_on,
             a.request_id, a.organisation_id, a.id, a.answer, a.in_words, a.answered_by, a.in_place_of, a.answered_at
        FROM permission_requests r JOIN permission_answers a ON a.request_id = r.id
        WHERE a.answer <> 'question'
        ORDER BY r.experiment_id, a.request_id, a.organisation_id, a.answered_at DESC, a.id DESC
    ) said
    JOIN experiments e ON e.id = said.experiment_id
    WHERE (said.answer = 'yes'
        OR (said.answer = 'yes with conditions' AND EXISTS (SELECT 1 FROM accepted_conditions c WHERE c.answer_id = said.id)))
      AND NOT EXISTS (
        SELECT 1 FROM permission_withdrawals w
          WHERE w.request_id = said.request_id AND (w.organisation_id IS NULL OR w.organisation_id = said.organisation_id)
      ) AND NOT EXISTS (
        SELECT 1 FROM board_reviews v
          WHERE v.request_id = said.request_id AND coalesce((
            SELECT answer FROM review_answers WHERE review_id = v.id ORDER BY answered_at DESC, id DESC LIMIT 1
          ), '') NOT IN ('go on', 'spread')
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
--> statement-breakpoint
CREATE OR REPLACE VIEW experiment_facts WITH (security_invoker = true) AS
  SELECT e.system_id, e.id AS experiment_id,
         latest.turn AS last_turn, latest.taken_at AS last_turn_at, started.taken_at AS started_at,
         coalesce(carried.carriers, 0) AS carriers, coalesce(carried.covering, 0) AS covering,
         coalesce(carried.granting, 0) AS granting, coalesce(carried.outdated, 0) AS outdated,
         coalesce(carried.lapsed, 0) AS lapsed, carried.ends_on,
         asked.id AS request_id, asked.requested_at, asked.material_hash = e.material_hash AS request_same_terms,
         asked.open AS request_open, london_today() AS today
    FROM experiments e
    LEFT JOIN (
      SELECT DISTINCT ON (experiment_id) experiment_id, turn, taken_at
        FROM experiment_turns ORDER BY experiment_id, taken_at DESC, id DESC
    ) latest ON latest.experiment_id = e.id
    LEFT JOIN (
      SELECT experiment_id, min(taken_at) AS taken_at FROM experiment_turns WHERE turn = 'started' GROUP BY experiment_id
    ) started ON started.experiment_id = e.id
    LEFT JOIN (
      SELECT experiment_id, count(*)::int AS carriers,
             (count(*) FILTER (WHERE covering))::int AS covering,
             (count(*) FILTER (WHERE granting))::int AS granting,
             (count(*) FILTER (WHERE outdated))::int AS outdated,
             (count(*) FILTER (WHERE lapsed))::int AS lapsed,
             min(ends_on) AS ends_on
        FROM (
          SELECT c.experiment_id, c.organisation_id,
                 bool_or(g.same_terms AND g.ends_on >= london_today() AND g.from_on <= london_today()) AS covering,
                 bool_or(g.same_terms AND g.ends_on >= london_today()) AS granting,
                 bool_or(NOT g.same_terms AND g.ends_on >= london_today()) AS outdated,
                 bool_or(g.ends_on < london_today()) AS lapsed,
                 max(g.ends_on) FILTER (WHERE g.same_terms) AS ends_on
            FROM experiment_carriers c
            LEFT JOIN permission_grants g ON g.experiment_id = c.experiment_id AND g.organisation_id = c.organisation_id
            GROUP BY c.experiment_id, c.organisation_id
        ) carrier
        GROUP BY experiment_id
    ) carried ON carried.experiment_id = e.id
    LEFT JOIN (
      SELECT DISTINCT ON (r.experiment_id) r.experiment_id, r.id, r.requested_at, r.material_hash,
             r.ends_on >= london_today()
             AND NOT EXISTS (SELECT 1 FROM permission_withdrawals w WHERE w.request_id = r.id AND w.organisation_id IS NULL)
             AND NOT EXISTS (SELECT 1 FROM permission_answers a WHERE a.request_id = r.id AND a.answer = 'not this time') AS open
        FROM permission_requests r ORDER BY r.experiment_id, r.requested_at DESC, r.id DESC
    ) asked ON asked.experiment_id = e.id;
