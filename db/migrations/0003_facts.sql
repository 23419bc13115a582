CREATE VIEW experiment_carriers WITH (security_invoker = true) AS
  SELECT r.system_id, r.experiment_id, c.organisation_id
    FROM risks r JOIN risk_carriers c ON c.risk_id = r.id WHERE r.removed_at IS NULL
  UNION
  SELECT d.system_id, d.experiment_id, c.organisation_id
    FROM expected_dips d JOIN dip_carriers c ON c.dip_id = d.id WHERE d.removed_at IS NULL;
--> statement-breakpoint
-- A question is not an answer: the latest answer that decides counts, until it or the whole request is taken back.
CREATE VIEW permission_grants WITH (security_invoker = true) AS
  SELECT a.id AS answer_id, r.system_id, r.experiment_id, r.id AS request_id, a.organisation_id,
         r.from_on, coalesce(a.ends_on, r.ends_on) AS ends_on, r.material_hash = e.material_hash AS same_terms,
         a.in_words, a.answered_by, a.in_place_of, a.answered_at
    FROM permission_requests r
    JOIN experiments e ON e.id = r.experiment_id
    JOIN LATERAL (
      SELECT DISTINCT ON (organisation_id) * FROM permission_answers
        WHERE request_id = r.id AND answer <> 'question'
        ORDER BY organisation_id, answered_at DESC, id DESC
    ) a ON a.answer IN ('yes', 'yes with conditions')
    WHERE NOT EXISTS (
      SELECT 1 FROM permission_withdrawals w
        WHERE w.request_id = r.id AND (w.organisation_id IS NULL OR w.organisation_id = a.organisation_id)
    );
--> statement-breakpoint
CREATE VIEW experiment_facts WITH (security_invoker = true) AS
  SELECT e.system_id, e.id AS experiment_id,
         latest.turn AS last_turn, latest.taken_at AS last_turn_at, started.taken_at AS started_at,
         carried.carriers, carried.covering, carried.granting, carried.outdated, carried.lapsed, carried.ends_on,
         asked.id AS request_id, asked.requested_at, asked.material_hash = e.material_hash AS request_same_terms,
         asked.open AS request_open, london_today() AS today
    FROM experiments e
    LEFT JOIN LATERAL (
      SELECT turn, taken_at FROM experiment_turns WHERE experiment_id = e.id ORDER BY taken_at DESC, id DESC LIMIT 1
    ) latest ON true
    LEFT JOIN LATERAL (
      SELECT min(taken_at) AS taken_at FROM experiment_turns WHERE experiment_id = e.id AND turn = 'started'
    ) started ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS carriers,
             count(*) FILTER (WHERE given.covering)::int AS covering,
             count(*) FILTER (WHERE given.granting)::int AS granting,
             count(*) FILTER (WHERE given.outdated)::int AS outdated,
             count(*) FILTER (WHERE given.lapsed)::int AS lapsed,
             min(given.ends_on) AS ends_on
        FROM experiment_carriers c
        CROSS JOIN LATERAL (
          SELECT bool_or(g.same_terms AND g.ends_on >= london_today() AND g.from_on <= london_today()) AS covering,
                 bool_or(g.same_terms AND g.ends_on >= london_today()) AS granting,
                 bool_or(NOT g.same_terms AND g.ends_on >= london_today()) AS outdated,
                 bool_or(g.ends_on < london_today()) AS lapsed,
                 max(g.ends_on) FILTER (WHERE g.same_terms) AS ends_on
            FROM permission_grants g WHERE g.experiment_id = e.id AND g.organisation_id = c.organisation_id
        ) given
        WHERE c.experiment_id = e.id
    ) carried
    LEFT JOIN LATERAL (
      SELECT r.id, r.requested_at, r.material_hash,
             r.ends_on >= london_today()
             AND NOT EXISTS (SELECT 1 FROM permission_withdrawals w WHERE w.request_id = r.id AND w.organisation_id IS NULL)
             AND NOT EXISTS (SELECT 1 FROM permission_answers a WHERE a.request_id = r.id AND a.answer = 'not this time') AS open
        FROM permission_requests r WHERE r.experiment_id = e.id ORDER BY r.requested_at DESC, r.id DESC LIMIT 1
    ) asked ON true;
--> statement-breakpoint
GRANT SELECT ON experiment_carriers, permission_grants, experiment_facts TO leeway_app;
