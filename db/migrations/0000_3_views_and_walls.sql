-- The first migration, part 3 of 4, written by hand: what drizzle-kit cannot write. Views, functions that read tables, and
-- the walls: what each role may do with each table, triggers and the policies of leeway_keeper.
--
-- How to change the schema until Leeway is first released, while every database may be thrown away:
-- 1. Edit db/schema and run `npm run db:generate`: it writes part 2 (the tables) anew. Edit this part and part 1 in place.
-- 2. A new table: give it ownSystemOnly in db/schema, and its name in one list under "Rights" below.
-- 3. A database made before the change is refused from then on: `npm run demo:reset`, and start again.

-- Facts about experiments -------------------------------------------------------------------------------------------------

-- Which organisations carry an experiment's risks and expected dips, once each. What nobody carries, the lead organisation
-- does, and an experiment without risks too (rule I1 of server/permissions/README.md).
CREATE VIEW experiment_carriers WITH (security_invoker = true) AS
  SELECT r.system_id, r.experiment_id, coalesce(c.organisation_id, e.lead_organisation_id) AS organisation_id
    FROM risks r JOIN experiments e ON e.id = r.experiment_id LEFT JOIN risk_carriers c ON c.risk_id = r.id
    WHERE r.removed_at IS NULL
  UNION
  SELECT d.system_id, d.experiment_id, coalesce(c.organisation_id, e.lead_organisation_id)
    FROM expected_dips d JOIN experiments e ON e.id = d.experiment_id LEFT JOIN dip_carriers c ON c.dip_id = d.id
    WHERE d.removed_at IS NULL
  UNION
  SELECT e.system_id, e.id, e.lead_organisation_id FROM experiments e
    WHERE NOT EXISTS (SELECT 1 FROM risks r WHERE r.experiment_id = e.id AND r.removed_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM expected_dips d WHERE d.experiment_id = e.id AND d.removed_at IS NULL);
--> statement-breakpoint
-- What an organisation's leaders and deputies said about an experiment comes to (rule I3): since when nothing of what it had
-- granted holds, and whether its latest word lets standing permissions cover. "Not this time" to a request for longer refuses
-- the longer time only.
CREATE VIEW organisation_words WITH (security_invoker = true) AS
  SELECT system_id, experiment_id, organisation_id,
         max(said_at) FILTER (WHERE ends_grants) AS grants_ended_at,
         coalesce(max(said_at) FILTER (WHERE plain_yes) > max(said_at) FILTER (WHERE NOT plain_yes), bool_and(plain_yes)) AS standing_may_cover
    FROM (
      SELECT r.system_id, r.experiment_id, a.organisation_id, a.answered_at AS said_at, a.answer = 'yes' AS plain_yes,
             a.answer = 'not this time' AND NOT EXISTS (
               SELECT 1 FROM permission_requests before WHERE before.id = r.renews_id AND before.material_hash = r.material_hash
             ) AS ends_grants
        FROM permission_answers a JOIN permission_requests r ON r.id = a.request_id
      UNION ALL
      SELECT r.system_id, r.experiment_id, w.organisation_id, w.withdrawn_at, false, true
        FROM permission_withdrawals w JOIN permission_requests r ON r.id = w.request_id WHERE w.organisation_id IS NOT NULL
      UNION ALL
      SELECT u.system_id, u.experiment_id, u.organisation_id, w.withdrawn_at, false, true
        FROM standing_withdrawals w JOIN standing_uses u ON u.id = w.use_id
      UNION ALL
      SELECT d.system_id, d.experiment_id, d.organisation_id, d.decided_at, false, true
        FROM pause_decisions d WHERE d.decision = 'end permission'
      UNION ALL
      -- Whoever takes over what a closed organisation carried says yes to it, whatever that organisation had said (rule I9).
      SELECT h.system_id, h.experiment_id, h.to_id, h.handed_over_at, false, false FROM carrier_handovers h
    ) word
    GROUP BY system_id, experiment_id, organisation_id;
--> statement-breakpoint
-- What leaders have granted and what holds (rule I3): per request the latest answer that decides, if it is a yes, or a yes whose
-- conditions the team has accepted; with the board's yes where the request needs one; said after the organisation's last word
-- that ends what it granted. And the uses of standing permissions, unless its latest word is anything but a plain yes. server/permissions/coverage/covered.ts says the same of any day and moment.
-- This view and the next read the rows of each part once and join them by experiment, so that many experiments are quick;
-- where one experiment is named, PostgreSQL takes its rows alone.
CREATE VIEW permission_grants WITH (security_invoker = true) AS
  SELECT said.id AS answer_id, said.system_id, said.experiment_id, said.request_id, said.organisation_id,
         said.from_on, said.ends_on, said.material_hash, said.material_hash = e.material_hash AS same_terms,
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
    LEFT JOIN organisation_words said_of_it
      ON said_of_it.experiment_id = said.experiment_id AND said_of_it.organisation_id = said.organisation_id
    WHERE coalesce(said_of_it.grants_ended_at < said.answered_at, true)
      AND (said.answer = 'yes'
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
         u.material_hash, u.material_hash = e.material_hash, u.words, s.given_by, NULL, u.used_at, u.id
    FROM standing_uses u
    JOIN experiments e ON e.id = u.experiment_id
    JOIN standing_permissions s ON s.id = u.standing_id
    LEFT JOIN organisation_words said_of_it
      ON said_of_it.experiment_id = u.experiment_id AND said_of_it.organisation_id = u.organisation_id
    WHERE NOT EXISTS (
      SELECT 1 FROM standing_withdrawals w
        WHERE w.standing_id = u.standing_id AND (w.use_id IS NULL OR w.use_id = u.id)
    ) AND coalesce(said_of_it.grants_ended_at < u.used_at, true) AND coalesce(said_of_it.standing_may_cover, true);
--> statement-breakpoint
-- Who may answer today for an organisation that is open in the system (rule I9): its leaders, and in a leader's place the
-- deputies who work there. Nobody whose account is suspended.
CREATE VIEW answering_people WITH (security_invoker = true) AS
  SELECT answering.system_id, answering.organisation_id, answering.person_id, answering.leader_id
    FROM (
      SELECT m.system_id, m.organisation_id, m.person_id, NULL::uuid AS leader_id FROM memberships m
        WHERE m.role = 'leader' AND is_current(m.from_on, m.ends_on)
      UNION ALL
      SELECT d.system_id, d.organisation_id, d.deputy_id, d.leader_id FROM deputies d
        JOIN memberships m ON m.person_id = d.leader_id AND m.system_id = d.system_id AND m.organisation_id = d.organisation_id
        WHERE m.role = 'leader' AND is_current(m.from_on, m.ends_on) AND is_current(d.from_on, d.ends_on)
          AND EXISTS (SELECT 1 FROM memberships own WHERE own.person_id = d.deputy_id AND own.system_id = d.system_id
            AND own.organisation_id = d.organisation_id AND is_current(own.from_on, own.ends_on))
    ) answering
    JOIN people p ON p.id = answering.person_id AND p.suspended_at IS NULL
    JOIN system_organisations so ON so.system_id = answering.system_id AND so.organisation_id = answering.organisation_id
    JOIN organisations o ON o.id = answering.organisation_id
    WHERE is_current(so.from_on, so.ends_on) AND is_current(o.from_on, o.ends_on);
--> statement-breakpoint
-- What the stage of an experiment is computed from, as of now by leeway_now(): see server/experiments/stage.ts.
CREATE VIEW experiment_facts WITH (security_invoker = true) AS
  SELECT e.system_id, e.id AS experiment_id,
         latest.turn AS last_turn, latest.taken_at AS last_turn_at, started.taken_at AS started_at,
         coalesce(carried.carriers, 0) AS carriers, coalesce(carried.covering, 0) AS covering,
         coalesce(carried.granting, 0) AS granting, coalesce(carried.outdated, 0) AS outdated,
         coalesce(carried.lapsed, 0) AS lapsed, coalesce(carried.unanswered, 0) AS unanswered, carried.ends_on,
         asked.id AS request_id, asked.requested_at, asked.material_hash = e.material_hash AS request_same_terms,
         asked.open AS request_open, began.material_hash = e.material_hash AS started_same_terms, london_today() AS today
    FROM experiments e
    LEFT JOIN (
      SELECT DISTINCT ON (experiment_id) experiment_id, turn, taken_at
        FROM experiment_turns ORDER BY experiment_id, taken_at DESC, id DESC
    ) latest ON latest.experiment_id = e.id
    LEFT JOIN (
      SELECT experiment_id, min(taken_at) AS taken_at FROM experiment_turns WHERE turn = 'started' GROUP BY experiment_id
    ) started ON started.experiment_id = e.id
    LEFT JOIN (
      SELECT DISTINCT ON (experiment_id) experiment_id, material_hash FROM experiment_turns
        WHERE turn IN ('started', 'resumed') ORDER BY experiment_id, taken_at DESC, id DESC
    ) began ON began.experiment_id = e.id
    LEFT JOIN (
      SELECT experiment_id, count(*)::int AS carriers,
             (count(*) FILTER (WHERE covering AND answering))::int AS covering,
             (count(*) FILTER (WHERE granting AND answering))::int AS granting,
             (count(*) FILTER (WHERE NOT answering))::int AS unanswered,
             (count(*) FILTER (WHERE outdated))::int AS outdated,
             (count(*) FILTER (WHERE lapsed))::int AS lapsed,
             min(ends_on) AS ends_on
        FROM (
          SELECT c.experiment_id,
                 EXISTS (SELECT 1 FROM answering_people a
                   WHERE a.system_id = c.system_id AND a.organisation_id = c.organisation_id) AS answering,
                 bool_or(g.same_terms AND g.ends_on >= london_today() AND g.from_on <= london_today()) AS covering,
                 bool_or(g.same_terms AND g.ends_on >= london_today()) AS granting,
                 bool_or(NOT g.same_terms AND g.ends_on >= london_today()) AS outdated,
                 bool_or(g.ends_on < london_today()) AS lapsed,
                 max(g.ends_on) FILTER (WHERE g.same_terms) AS ends_on
            FROM experiment_carriers c
            LEFT JOIN permission_grants g ON g.experiment_id = c.experiment_id AND g.organisation_id = c.organisation_id
            GROUP BY c.system_id, c.experiment_id, c.organisation_id
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
--> statement-breakpoint

-- Series kept ready --------------------------------------------------------------------------------------------------------

-- The newest revision of a result, and of the results known at a moment: by one index alone. Also what keeps two from logging the same revision.
CREATE UNIQUE INDEX observations_newest ON observations (measure_id, organisation_id, period_on, revision DESC)
  INCLUDE (undone, value, numerator, denominator, logged_at);
--> statement-breakpoint
-- From and to which day an organisation contributes to a measure: the last is when it leaves the measure or the system, or closes.
CREATE VIEW contributions WITH (security_invoker = true) AS
  SELECT c.system_id, c.measure_id, c.organisation_id, c.from_on, least(c.ends_on, so.ends_on, o.ends_on) AS ends_on
    FROM measure_contributors c
    JOIN organisations o ON o.id = c.organisation_id
    LEFT JOIN system_organisations so ON so.system_id = c.system_id AND so.organisation_id = c.organisation_id;
--> statement-breakpoint
-- Sums these periods of a measure anew. Always from the results, never from what was kept, so that it also repairs. The measure
-- is locked first: of two who change it at once the second reads what the first has left.
CREATE FUNCTION keep_period_values(measure uuid, periods date[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM measures WHERE id = measure FOR NO KEY UPDATE;
  WITH contributing AS MATERIALIZED (
    SELECT organisation_id, coalesce(from_on, '-infinity') AS from_on, coalesce(ends_on, 'infinity') AS ends_on
      FROM contributions WHERE measure_id = measure
  )
  INSERT INTO period_values AS kept (system_id, measure_id, period_on, contributed, value, numerator, denominator, parts)
    SELECT m.system_id, m.id, part.period_on, count(part.organisation_id), sum(part.value), sum(part.numerator), sum(part.denominator),
           CASE WHEN m.suppress_small THEN coalesce(jsonb_agg(
             jsonb_build_object('value', part.value, 'numerator', part.numerator, 'denominator', part.denominator)
             ORDER BY part.organisation_id) FILTER (WHERE m.suppress_small AND part.organisation_id IS NOT NULL), '[]') END
      FROM measures m CROSS JOIN (
        SELECT c.organisation_id, newest.period_on, newest.value, newest.numerator, newest.denominator
          FROM contributing c CROSS JOIN LATERAL (
            SELECT DISTINCT ON (o.period_on) o.period_on, o.undone, o.value, o.numerator, o.denominator FROM observations o
              WHERE o.measure_id = measure AND o.organisation_id = c.organisation_id AND o.period_on = ANY (periods)
              ORDER BY o.period_on, o.revision DESC
          ) newest
          WHERE newest.period_on BETWEEN c.from_on AND c.ends_on AND NOT newest.undone
        UNION ALL
        SELECT NULL, unnest(periods), NULL, NULL, NULL -- so that a period in which nothing counts any more is seen
      ) part
      WHERE m.id = measure
      GROUP BY m.id, part.period_on
    ON CONFLICT (measure_id, period_on) DO UPDATE SET contributed = excluded.contributed, value = excluded.value,
      numerator = excluded.numerator, denominator = excluded.denominator, parts = excluded.parts
      WHERE (kept.contributed, kept.value, kept.numerator, kept.denominator, kept.parts)
        IS DISTINCT FROM (excluded.contributed, excluded.value, excluded.numerator, excluded.denominator, excluded.parts);
  DELETE FROM period_values WHERE measure_id = measure AND period_on = ANY (periods) AND contributed = 0;
END $$;
--> statement-breakpoint
-- Sums every period of a measure in which one of these organisations has a result, or all that it has. The lock comes before the
-- look: who logs meanwhile is either seen or waits.
CREATE FUNCTION keep_values_with(measure uuid, organisations uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM measures WHERE id = measure FOR NO KEY UPDATE;
  PERFORM keep_period_values(measure, array_agg(DISTINCT period_on)) FROM observations
    WHERE measure_id = measure AND organisation_id = ANY (organisations) HAVING count(*) > 0;
END $$;
--> statement-breakpoint
-- Makes what is kept of a measure anew.
CREATE FUNCTION rebuild_period_values(measure uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM measures WHERE id = measure FOR NO KEY UPDATE;
  PERFORM keep_period_values(measure, array_agg(period_on)) FROM (
    SELECT period_on FROM observations WHERE measure_id = measure
    UNION SELECT period_on FROM period_values WHERE measure_id = measure
  ) period HAVING count(*) > 0;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_period_values, keep_values_with, rebuild_period_values FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION keep_values_of_results() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed record;
BEGIN
  FOR changed IN SELECT measure_id, array_agg(DISTINCT period_on) AS periods FROM logged GROUP BY measure_id ORDER BY measure_id LOOP
    PERFORM keep_period_values(changed.measure_id, changed.periods);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_values AFTER INSERT ON observations REFERENCING NEW TABLE AS logged
  FOR EACH STATEMENT EXECUTE FUNCTION keep_values_of_results();
--> statement-breakpoint
CREATE FUNCTION keep_values_of_contributor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Its last day in the system may be changing, by somebody who cannot see yet that it contributes here
    PERFORM 1 FROM system_organisations WHERE system_id = NEW.system_id AND organisation_id = NEW.organisation_id FOR SHARE;
    PERFORM 1 FROM organisations WHERE id = NEW.organisation_id FOR SHARE;
  ELSE
    PERFORM keep_values_with(OLD.measure_id, ARRAY[OLD.organisation_id]);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM keep_values_with(NEW.measure_id, ARRAY[NEW.organisation_id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_values AFTER INSERT OR UPDATE OR DELETE ON measure_contributors
  FOR EACH ROW EXECUTE FUNCTION keep_values_of_contributor();
--> statement-breakpoint
-- An organisation leaves a system or closes, or does not after all.
CREATE FUNCTION keep_values_of_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed jsonb := coalesce(to_jsonb(NEW), to_jsonb(OLD));
  which uuid := coalesce(changed->>'organisation_id', changed->>'id');
BEGIN
  IF NEW.ends_on IS DISTINCT FROM OLD.ends_on THEN
    PERFORM keep_values_with(measure_id, ARRAY[which]) FROM (
      SELECT measure_id FROM measure_contributors
        WHERE organisation_id = which AND system_id = coalesce((changed->>'system_id')::uuid, system_id) ORDER BY measure_id
    ) with_it;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_values AFTER INSERT OR UPDATE OR DELETE ON system_organisations
  FOR EACH ROW EXECUTE FUNCTION keep_values_of_organisation();
--> statement-breakpoint
CREATE TRIGGER keep_values AFTER UPDATE ON organisations FOR EACH ROW EXECUTE FUNCTION keep_values_of_organisation();
--> statement-breakpoint
CREATE FUNCTION keep_values_of_measure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM rebuild_period_values(NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_values AFTER UPDATE ON measures FOR EACH ROW
  WHEN (OLD.suppress_small IS DISTINCT FROM NEW.suppress_small) EXECUTE FUNCTION keep_values_of_measure();
--> statement-breakpoint

-- Who may enter, and what they find ---------------------------------------------------------------------------------------

-- Which systems a person may enter now: by a current membership in an organisation that serves there, or by a seat on a board.
-- SECURITY DEFINER, because it is asked before row-level security knows the answer.
CREATE FUNCTION systems_of(person uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN -- plpgsql keeps its plan for the connection; an SQL function would be planned at each call
  RETURN (SELECT coalesce(array_agg(DISTINCT entered.system_id), '{}') FROM (
      SELECT m.system_id FROM memberships m
        JOIN system_organisations o ON o.system_id = m.system_id AND o.organisation_id = m.organisation_id
        WHERE m.person_id = person AND is_current(m.from_on, m.ends_on) AND is_current(o.from_on, o.ends_on)
      UNION ALL
      SELECT s.system_id FROM board_seats s WHERE s.person_id = person AND is_current(s.from_on, s.ends_on)
    ) entered
    WHERE EXISTS (SELECT 1 FROM people p WHERE p.id = person AND p.suspended_at IS NULL));
END $$;
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
  UNION
  -- A part of a word of the title, by its index of three letters each
  SELECT e.id FROM experiments e
    WHERE e.system_id = ANY (current_systems()) AND e.title ILIKE '%' || replace(replace(replace(looked_for, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
--> statement-breakpoint

-- Rights: what the app's role may do with each table ----------------------------------------------------------------------

GRANT USAGE ON SCHEMA public TO leeway_app, leeway_keeper;
--> statement-breakpoint
-- What was decided, logged or done is followed by another row, never rewritten: not by the app, not by the tables' owner.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: add a row that follows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
-- Every table the app may touch is in one of these lists, which say what may happen to its rows: a new table goes into one.
-- db/walls.test.ts finds a table of a system that is in none.
DO $$
DECLARE
  -- Arranged by administrators, through the owner's door.
  only_read text[] := ARRAY[
    'answering_periods',
    'board_seats',
    'boards',
    'carrier_handovers',
    'experiment_stages',
    'former_titles',
    'memberships',
    'organisations',
    'period_values', -- written by triggers: see "Series kept ready"
    'system_organisations',
    'systems'
  ];
  -- Added to, and never changed: a trigger refuses it, whoever asks.
  append_only text[] := ARRAY[
    'accepted_conditions',
    'board_reviews',
    'conclusions',
    'experiment_turns',
    'journal',
    'leader_decisions',
    'leader_proposals',
    'news',
    'observations',
    'pause_decisions',
    'pause_fixes',
    'permission_answers',
    'permission_bases',
    'permission_endings',
    'permission_replies',
    'permission_requests',
    'permission_withdrawals',
    'reminders',
    'review_answers',
    'standing_confirmations',
    'standing_permissions',
    'standing_uses',
    'standing_withdrawals',
    'terms_edits',
    'terms_versions'
  ];
  -- Edited, and ended or removed by a mark on the row, never deleted.
  edited text[] := ARRAY[
    'deputies',
    'expected_dips',
    'experiments',
    'idempotency_keys',
    'measures',
    'pdsa_cycles',
    'risks',
    'stop_rules',
    'team_members'
  ];
  -- What is half written, uploads on their way, and which things belong together.
  edited_and_deleted text[] := ARRAY[
    'dip_carriers',
    'experiment_measures',
    'experiment_organisations',
    'measure_contributors',
    'permission_drafts',
    'risk_carriers',
    'risk_drafts',
    'uploads'
  ];
  -- Taken back by a mark on the row, which keeps it readable; the rest of the row stays as it was.
  only_marked_removed text[] := ARRAY[
    'chart_notes',
    'left_out_points',
    'rebases'
  ];
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY only_read LOOP
    EXECUTE format('GRANT SELECT ON %I TO leeway_app', table_name);
  END LOOP;
  FOREACH table_name IN ARRAY append_only LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO leeway_app', table_name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()', table_name);
  END LOOP;
  FOREACH table_name IN ARRAY edited LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO leeway_app', table_name);
  END LOOP;
  FOREACH table_name IN ARRAY edited_and_deleted LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO leeway_app', table_name);
  END LOOP;
  FOREACH table_name IN ARRAY only_marked_removed LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (removed_at, removed_by) ON %I TO leeway_app', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Written by the daily tasks alone, and followed by another row, never rewritten.
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE OR TRUNCATE ON carrier_handovers FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
GRANT SELECT ON experiment_carriers, organisation_words, permission_grants, answering_people, experiment_facts TO leeway_app;
--> statement-breakpoint
GRANT SELECT ON contributions TO leeway_app, leeway_keeper;
--> statement-breakpoint
-- No e-mail address: a name and a job are what colleagues see.
GRANT SELECT (id, name, job, same_person_as, suspended_at) ON people TO leeway_app, leeway_keeper;
--> statement-breakpoint
-- Who once was one person with whom: the rules of the app's role ask it.
GRANT SELECT ON former_links TO leeway_app, leeway_keeper;
--> statement-breakpoint
-- What a change asks for goes into the queue; what is in it is read and done by the worker alone.
GRANT INSERT ON jobs TO leeway_app;
--> statement-breakpoint

-- A start stands on what was granted --------------------------------------------------------------------------------------

-- Rule I2: a start or a going on keeps the hash of the terms then in force. The demo world's starts are of the past.
CREATE FUNCTION keep_terms_of_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.turn IN ('started', 'resumed') THEN
    NEW.material_hash := coalesce(
      (SELECT material_hash FROM terms_versions WHERE experiment_id = NEW.experiment_id AND since_at <= NEW.taken_at
        AND current_user <> 'leeway_app' ORDER BY since_at DESC, id DESC LIMIT 1),
      (SELECT material_hash FROM experiments WHERE id = NEW.experiment_id));
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_terms_of_start BEFORE INSERT ON experiment_turns FOR EACH ROW EXECUTE FUNCTION keep_terms_of_start();
--> statement-breakpoint
-- Rule I2: for each carrier by what it starts: the answer or the use that covers today, the one that ends last. The app cannot
-- write a start while a carrier is not covered.
CREATE FUNCTION keep_bases_of_start() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE uncovered int;
BEGIN
  INSERT INTO permission_bases (system_id, experiment_id, turn_id, organisation_id, answer_id, use_id)
    SELECT DISTINCT ON (c.organisation_id) NEW.system_id, NEW.experiment_id, NEW.id, c.organisation_id, g.answer_id, g.use_id
      FROM experiment_carriers c
      JOIN permission_grants g ON g.experiment_id = c.experiment_id AND g.organisation_id = c.organisation_id
      WHERE c.experiment_id = NEW.experiment_id AND g.material_hash = NEW.material_hash
        AND (current_user = 'leeway_app' OR g.answered_at <= NEW.taken_at)
        AND (NEW.taken_at AT TIME ZONE 'Europe/London')::date BETWEEN g.from_on AND g.ends_on
      ORDER BY c.organisation_id, g.ends_on DESC, g.answered_at DESC;
  SELECT count(*) INTO uncovered FROM experiment_carriers c
    WHERE c.experiment_id = NEW.experiment_id
      AND NOT (EXISTS (SELECT 1 FROM permission_bases b WHERE b.turn_id = NEW.id AND b.organisation_id = c.organisation_id)
        AND EXISTS (SELECT 1 FROM answering_people a
          WHERE a.system_id = c.system_id AND a.organisation_id = c.organisation_id));
  IF uncovered > 0 AND current_user = 'leeway_app' THEN
    RAISE EXCEPTION 'a start needs the permission of every carrier' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_bases_of_start AFTER INSERT ON experiment_turns FOR EACH ROW
  WHEN (NEW.turn IN ('started', 'resumed')) EXECUTE FUNCTION keep_bases_of_start();
--> statement-breakpoint

-- Nobody marks their own homework (rule I5) -------------------------------------------------------------------------------

-- The first account of a human being, whichever of their accounts is given.
CREATE FUNCTION human(person uuid) RETURNS uuid LANGUAGE sql STABLE
  RETURN (SELECT coalesce(p.same_person_as, p.id) FROM people p WHERE p.id = person);
--> statement-breakpoint
-- Whether two accounts are one human being as to what was done at a moment: linked now, or linked until later than that.
CREATE FUNCTION one_person(one uuid, other uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  RETURN human(one) = human(other) OR EXISTS (
    SELECT 1 FROM former_links f JOIN people p ON p.id = f.person_id
      WHERE f.other_id = other AND f.until_at >= at AND coalesce(p.same_person_as, p.id) = human(one));
--> statement-breakpoint
-- Everyone who is or was on an experiment's team or wrote a part of its terms, each human being once; and whoever was one
-- person with them when it was registered, or later: unlinking two accounts opens nothing (rule I6).
CREATE FUNCTION people_involved(experiment uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $$
  WITH acted AS (
    SELECT t.person_id FROM team_members t WHERE t.experiment_id = experiment
    UNION
    SELECT w.edited_by FROM terms_edits w WHERE w.experiment_id = experiment
  )
  SELECT DISTINCT coalesce(p.same_person_as, p.id) FROM people p WHERE p.id IN (
    SELECT person_id FROM acted
    UNION ALL
    SELECT f.person_id FROM acted JOIN former_links f ON f.other_id = acted.person_id
      WHERE f.until_at >= (SELECT registered_at FROM experiments WHERE id = experiment)
  )
$$;
--> statement-breakpoint
-- The yeses to one request: which human being gave each, for which organisation or board. As above, whoever was one person
-- with them counts too.
CREATE FUNCTION yeses_to(request uuid) RETURNS TABLE (given_by uuid, for_whom uuid) LANGUAGE sql STABLE
AS $$
  WITH yes AS (
    SELECT a.answered_by, a.organisation_id AS for_whom FROM permission_answers a
      WHERE a.request_id = request AND a.answer IN ('yes', 'yes with conditions')
    UNION ALL
    SELECT s.answered_by, v.board_id FROM board_reviews v JOIN review_answers s ON s.review_id = v.id
      WHERE v.request_id = request AND s.answer IN ('go on', 'spread')
  )
  SELECT human(answered_by), for_whom FROM yes
  UNION
  SELECT human(f.person_id), yes.for_whom FROM yes JOIN former_links f ON f.other_id = yes.answered_by
    WHERE f.until_at >= (SELECT e.registered_at FROM permission_requests r JOIN experiments e ON e.id = r.experiment_id WHERE r.id = request)
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_involved(experiment uuid, VARIADIC hands uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever joins the team or writes meanwhile comes before or after
  PERFORM 1 FROM experiments WHERE id = experiment FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM unnest(hands) hand WHERE human(hand) IN (SELECT people_involved(experiment))) THEN
    RAISE EXCEPTION 'nobody answers what they had a part in' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_second_yes(request uuid, hand uuid, for_which uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM yeses_to(request) yes WHERE yes.given_by = human(hand) AND yes.for_whom <> for_which) THEN
    RAISE EXCEPTION 'nobody gives two of the yeses that one request needs' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_own_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_involved((SELECT experiment_id FROM permission_requests WHERE id = NEW.request_id), NEW.answered_by, NEW.in_place_of);
  IF NEW.answer IN ('yes', 'yes with conditions') THEN
    PERFORM refuse_second_yes(NEW.request_id, NEW.answered_by, NEW.organisation_id);
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_own_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE review board_reviews%ROWTYPE;
BEGIN
  SELECT * INTO review FROM board_reviews WHERE id = NEW.review_id;
  PERFORM refuse_involved(review.experiment_id, NEW.answered_by);
  IF NEW.answer IN ('go on', 'spread') THEN
    PERFORM refuse_second_yes(review.request_id, NEW.answered_by, review.board_id);
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_own_going_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_involved(NEW.experiment_id, NEW.decided_by, NEW.in_place_of);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_own_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_involved(NEW.experiment_id, (SELECT given_by FROM standing_permissions WHERE id = NEW.standing_id));
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Two people cannot stand in for each other on the same day, with whichever accounts, and nobody for themselves.
CREATE FUNCTION refuse_mutual_deputies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.from_on >= OLD.from_on AND NEW.ends_on <= OLD.ends_on THEN
    RETURN NEW; -- a shorter time, or an end
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('deputies', 0));
  IF human(NEW.leader_id) = human(NEW.deputy_id) OR EXISTS (
    SELECT 1 FROM deputies d
      WHERE human(d.leader_id) = human(NEW.deputy_id) AND human(d.deputy_id) = human(NEW.leader_id)
        AND greatest(d.from_on, NEW.from_on) <= least(d.ends_on, NEW.ends_on)
  ) THEN
    RAISE EXCEPTION 'two people cannot stand in for each other' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- Two people of different organisations set the floor (rule I10) ------------------------------------------------------------

CREATE FUNCTION refuse_own_floor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT one_person(NEW.confirmed_by, given_by, given_at) FROM standing_permissions WHERE id = NEW.standing_id) THEN
    RAISE EXCEPTION 'nobody confirms a floor that they proposed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_own_floor BEFORE INSERT ON standing_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_own_floor();
--> statement-breakpoint
CREATE FUNCTION refuse_unconfirmed_floor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM standing_permissions s WHERE s.id = NEW.standing_id AND s.organisation_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM standing_confirmations c WHERE c.standing_id = s.id)) THEN
    RAISE EXCEPTION 'a floor that nobody confirmed covers nothing' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_unconfirmed_floor BEFORE INSERT ON standing_uses FOR EACH ROW EXECUTE FUNCTION refuse_unconfirmed_floor();
--> statement-breakpoint

-- One human is one person (rule I6) ---------------------------------------------------------------------------------------

-- One change of links at a time, in the whole installation: two at once could point at each other.
CREATE FUNCTION links_one_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('same person', 0));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER links_one_at_a_time BEFORE UPDATE OF same_person_as ON people FOR EACH STATEMENT EXECUTE FUNCTION links_one_at_a_time();
--> statement-breakpoint
-- A person's accounts all point at one of them, which points at none.
CREATE FUNCTION refuse_chain_of_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.same_person_as = NEW.id
    OR EXISTS (SELECT 1 FROM people p WHERE p.id = NEW.same_person_as AND p.same_person_as IS NOT NULL)
    OR EXISTS (SELECT 1 FROM people p WHERE coalesce(p.same_person_as, p.id) = NEW.id AND p.id <> NEW.id) THEN
    RAISE EXCEPTION 'accounts of one person point at one account' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_chain_of_links AFTER INSERT OR UPDATE OF same_person_as ON people FOR EACH ROW
  WHEN (NEW.same_person_as IS NOT NULL) EXECUTE FUNCTION refuse_chain_of_links();
--> statement-breakpoint
-- Whoever parts from an account keeps having been one person with it, and with all that it had been one person with; whoever
-- is linked with it takes that over at once.
CREATE FUNCTION keep_former_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH changed AS (
    SELECT b.id, coalesce(b.same_person_as, b.id) AS before, coalesce(a.same_person_as, a.id) AS after
      FROM linked_before b JOIN linked_after a USING (id) WHERE a.same_person_as IS DISTINCT FROM b.same_person_as
  ), everyone AS (
    SELECT * FROM changed
    UNION ALL
    SELECT p.id, coalesce(p.same_person_as, p.id), coalesce(p.same_person_as, p.id) FROM people p
      WHERE coalesce(p.same_person_as, p.id) IN (SELECT before FROM changed) AND p.id NOT IN (SELECT id FROM changed)
  ), parted AS (
    SELECT one.id AS one, other.id AS other FROM everyone one JOIN everyone other ON other.before = one.before AND other.after <> one.after
  ), heirs AS (
    SELECT one, other FROM parted
    UNION ALL
    SELECT one.id, p.id FROM changed one JOIN people p ON coalesce(p.same_person_as, p.id) = one.after AND p.id <> one.id
    UNION ALL
    SELECT p.id, one.id FROM changed one JOIN people p ON coalesce(p.same_person_as, p.id) = one.after AND p.id <> one.id
  ), inherited AS (
    SELECT heirs.one, f.other_id AS other, f.until_at FROM heirs
      JOIN former_links f ON f.person_id = heirs.other AND f.other_id <> heirs.one
  ), kept AS (
    SELECT one, other, leeway_now() AS until_at FROM parted
    UNION ALL
    SELECT one, other, until_at FROM inherited
    UNION ALL
    SELECT other, one, until_at FROM inherited
  )
  INSERT INTO former_links (person_id, other_id, until_at) SELECT one, other, max(until_at) FROM kept GROUP BY one, other
    ON CONFLICT (person_id, other_id) DO UPDATE SET until_at = greatest(former_links.until_at, excluded.until_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_former_links AFTER UPDATE ON people REFERENCING OLD TABLE AS linked_before NEW TABLE AS linked_after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_former_links();
--> statement-breakpoint
-- All accounts of either become one person's; the one that the other's pointed at points at the first's.
CREATE FUNCTION link_people(one uuid, other uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('same person', 0));
  UPDATE people SET same_person_as = human(one) WHERE coalesce(same_person_as, id) = human(other) AND human(one) <> human(other);
END $$;
--> statement-breakpoint
-- Takes exactly one account out. Where the others pointed at it, they point at the eldest of them.
CREATE FUNCTION unlink_person(person uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE eldest uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('same person', 0));
  SELECT p.id INTO eldest FROM people p WHERE p.same_person_as = person ORDER BY p.created_at, p.id LIMIT 1;
  UPDATE people SET same_person_as = CASE WHEN id IN (person, eldest) THEN NULL ELSE eldest END
    WHERE id = person OR same_person_as = person;
END $$;
--> statement-breakpoint

-- The leaders who can confirm one today: they answer for the organisation, and are neither who proposes nor who is proposed.
CREATE FUNCTION confirming_leaders(proposal uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $$
  SELECT m.person_id FROM leader_proposals l
    JOIN memberships proposed ON proposed.id = l.membership_id
    JOIN memberships m ON m.system_id = proposed.system_id AND m.organisation_id = proposed.organisation_id
    JOIN people p ON p.id = m.person_id
    WHERE l.id = proposal AND m.role = 'leader' AND is_current(m.from_on, m.ends_on) AND p.suspended_at IS NULL
      AND NOT one_person(m.person_id, l.proposed_by, l.proposed_at) AND NOT one_person(m.person_id, proposed.person_id, l.proposed_at)
$$;
--> statement-breakpoint
-- After a no somebody can be proposed again; never beside a proposal that waits, nor once they are a leader.
CREATE FUNCTION refuse_second_proposal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM memberships WHERE id = NEW.membership_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM leader_proposals l LEFT JOIN leader_decisions d ON d.proposal_id = l.id
      WHERE l.membership_id = NEW.membership_id AND coalesce(d.decision = 'confirmed', true)) THEN
    RAISE EXCEPTION 'it is proposed already' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_second_proposal BEFORE INSERT ON leader_proposals FOR EACH ROW EXECUTE FUNCTION refuse_second_proposal();
--> statement-breakpoint
-- The second person's word: another human being than who proposed it and than the leader to be.
CREATE FUNCTION refuse_own_leader() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE proposal leader_proposals%ROWTYPE; proposed memberships%ROWTYPE;
BEGIN
  SELECT * INTO proposal FROM leader_proposals WHERE id = NEW.proposal_id;
  SELECT * INTO proposed FROM memberships WHERE id = proposal.membership_id;
  IF one_person(NEW.decided_by, proposal.proposed_by, proposal.proposed_at)
    OR one_person(NEW.decided_by, proposed.person_id, proposal.proposed_at) THEN
    RAISE EXCEPTION 'making somebody a leader needs a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_own_leader BEFORE INSERT ON leader_decisions FOR EACH ROW EXECUTE FUNCTION refuse_own_leader();
--> statement-breakpoint
-- A leader of the organisation, or where it has none who can, an administrator. Confirmed is only what can begin or go on today.
-- SECURITY DEFINER: the app reads no administrators. The demo world's past is older than the rule.
CREATE FUNCTION refuse_unentitled_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE proposed memberships%ROWTYPE;
BEGIN
  SELECT m.* INTO proposed FROM memberships m JOIN leader_proposals l ON l.membership_id = m.id WHERE l.id = NEW.proposal_id FOR NO KEY UPDATE OF m;
  IF (CASE WHEN EXISTS (SELECT confirming_leaders(NEW.proposal_id)) THEN NEW.decided_by NOT IN (SELECT confirming_leaders(NEW.proposal_id))
    ELSE NOT EXISTS (SELECT 1 FROM administrators a JOIN people p ON p.id = a.person_id
      WHERE a.person_id = NEW.decided_by AND coalesce(a.system_id = NEW.system_id, true) AND p.suspended_at IS NULL) END) THEN
    RAISE EXCEPTION 'a leader of the organisation confirms it, or where there is none an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.decision = 'confirmed' AND (proposed.ends_on < london_today()
    OR EXISTS (SELECT 1 FROM people p WHERE p.id = proposed.person_id AND p.suspended_at IS NOT NULL)
    OR NOT EXISTS (SELECT 1 FROM system_organisations so JOIN organisations o ON o.id = so.organisation_id
      WHERE so.system_id = proposed.system_id AND so.organisation_id = proposed.organisation_id
        AND is_current(so.from_on, so.ends_on) AND is_current(o.from_on, o.ends_on))) THEN
    RAISE EXCEPTION 'who has left, is suspended or worked where it closed answers for nothing' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_unentitled_decision BEFORE INSERT ON leader_decisions FOR EACH ROW
  WHEN (current_user = 'leeway_app' OR NEW.decided_at > leeway_now() - interval '1 day') EXECUTE FUNCTION refuse_unentitled_decision();
--> statement-breakpoint
CREATE FUNCTION make_leader() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE memberships SET role = 'leader' WHERE id = (SELECT membership_id FROM leader_proposals WHERE id = NEW.proposal_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER make_leader AFTER INSERT ON leader_decisions FOR EACH ROW WHEN (NEW.decision = 'confirmed') EXECUTE FUNCTION make_leader();
--> statement-breakpoint
-- Nobody is a leader by one person's word: not by a new membership, not by a change of one, not by making its time longer.
CREATE FUNCTION refuse_unconfirmed_leader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM leader_proposals l JOIN leader_decisions d ON d.proposal_id = l.id
      WHERE l.membership_id = NEW.id AND d.decision = 'confirmed')
    OR (TG_OP = 'UPDATE' AND (NEW.person_id, NEW.organisation_id, NEW.system_id) IS DISTINCT FROM (OLD.person_id, OLD.organisation_id, OLD.system_id))
    OR (TG_OP = 'UPDATE' AND OLD.role = 'leader' AND (NEW.from_on < OLD.from_on OR coalesce(NEW.ends_on, 'infinity') > coalesce(OLD.ends_on, 'infinity'))) THEN
    RAISE EXCEPTION 'making somebody a leader needs a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_unconfirmed_leader BEFORE INSERT OR UPDATE ON memberships FOR EACH ROW
  WHEN (NEW.role = 'leader') EXECUTE FUNCTION refuse_unconfirmed_leader();
--> statement-breakpoint

-- One open request (rule I4) ----------------------------------------------------------------------------------------------

CREATE FUNCTION refuse_replaced(request uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever asks anew meanwhile comes before or after
  PERFORM 1 FROM experiments WHERE id = (SELECT experiment_id FROM permission_requests WHERE id = request) FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM permission_requests r JOIN permission_requests newer ON newer.experiment_id = r.experiment_id
      WHERE r.id = request AND (newer.requested_at, newer.id) > (r.requested_at, r.id)
  ) THEN
    RAISE EXCEPTION 'a newer request has replaced this one' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_word_on_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'permission_answers' THEN
    PERFORM refuse_replaced(NEW.request_id);
  ELSE
    PERFORM refuse_replaced((SELECT request_id FROM permission_answers WHERE id = NEW.answer_id));
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_days_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.from_on < london_today() OR NEW.ends_on >= NEW.from_on + make_interval(months =>
      (SELECT longest_permission_months FROM systems WHERE id = NEW.system_id)) THEN
    RAISE EXCEPTION 'a permission begins today or later, and lasts as long as its system allows at most' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- For every person at the app. The tables' owner fills the demo world, whose past is older than the rules.
DO $$
DECLARE wall text[];
BEGIN
  FOREACH wall SLICE 1 IN ARRAY ARRAY[
    ['no_own_homework', 'permission_answers', 'INSERT', 'refuse_own_answer', 'true'],
    ['no_own_homework', 'review_answers', 'INSERT', 'refuse_own_review', 'true'],
    -- Keeping it paused and ending a permission only make it safer
    ['no_own_homework', 'pause_decisions', 'INSERT', 'refuse_own_going_on', 'NEW.decision = ''go on'''],
    ['no_own_homework', 'standing_uses', 'INSERT', 'refuse_own_standing', 'true'],
    ['no_own_homework', 'deputies', 'INSERT OR UPDATE', 'refuse_mutual_deputies', 'NEW.from_on <= NEW.ends_on'],
    ['one_open_request', 'permission_answers', 'INSERT', 'refuse_word_on_replaced', 'true'],
    ['one_open_request', 'permission_replies', 'INSERT', 'refuse_word_on_replaced', 'true'],
    ['one_open_request', 'accepted_conditions', 'INSERT', 'refuse_word_on_replaced', 'true'],
    ['one_open_request', 'permission_requests', 'INSERT', 'refuse_days_of_request', 'true']
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE %s ON %I FOR EACH ROW WHEN (current_user = ''leeway_app'' AND %s) EXECUTE FUNCTION %I()',
      wall[1], wall[3], wall[2], wall[5], wall[4]);
  END LOOP;
END $$;
--> statement-breakpoint

-- What was signed is kept (rule I11) --------------------------------------------------------------------------------------

-- Every former name, title and job with its last moment, whoever changes it and through whichever door. Of two changes at one
-- moment the first had the name that stood before.
CREATE FUNCTION keep_former_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before text := to_jsonb(OLD)->>TG_ARGV[0];
BEGIN
  IF TG_TABLE_NAME NOT IN ('experiments', 'boards') THEN
    INSERT INTO former_names (named_id, field, was, until_at) VALUES (OLD.id, TG_ARGV[0], before, leeway_now()) ON CONFLICT DO NOTHING;
  ELSIF NOT EXISTS (SELECT 1 FROM former_titles WHERE titled_id = OLD.id AND until_at = leeway_now()) THEN
    INSERT INTO former_titles (id, system_id, titled_id, was, until_at)
      VALUES (gen_random_uuid(), OLD.system_id, OLD.id, before, leeway_now());
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE named text[];
BEGIN
  FOREACH named SLICE 1 IN ARRAY ARRAY[
    ['people', 'name'],
    ['people', 'job'],
    ['organisations', 'name'],
    ['systems', 'name'],
    ['boards', 'name'],
    ['experiments', 'title']
  ] LOOP
    EXECUTE format('CREATE TRIGGER %1$I AFTER UPDATE OF %2$I ON %3$I FOR EACH ROW WHEN (OLD.%2$I IS DISTINCT FROM NEW.%2$I) EXECUTE FUNCTION keep_former_name(%2$L)',
      'keep_former_' || named[2], named[2], named[1]);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE OR TRUNCATE ON former_names FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE OR TRUNCATE ON former_titles FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
GRANT SELECT ON former_names TO leeway_app, leeway_keeper;
--> statement-breakpoint
-- "Ravi Patel (now called Ravi Shah)": what something was called, beside what it is called now where that is another name.
CREATE FUNCTION now_called(was text, is_now text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN was || CASE WHEN was <> is_now THEN ' (now called ' || is_now || ')' ELSE '' END;
--> statement-breakpoint
-- A person, an organisation, a system, a board or an experiment as it was called at a moment.
CREATE FUNCTION name_then(named uuid, is_now text, moment timestamptz) RETURNS text LANGUAGE sql STABLE
  RETURN now_called(coalesce(
    (SELECT was FROM former_names WHERE named_id = named AND field = 'name' AND until_at > moment ORDER BY until_at LIMIT 1),
    (SELECT was FROM former_titles WHERE titled_id = named AND until_at > moment ORDER BY until_at, id LIMIT 1),
    is_now), is_now);
--> statement-breakpoint
-- A person's job at a moment, beside what it is now: "ward manager (now matron)". Empty where none was given then.
CREATE FUNCTION job_then(person uuid, is_now text, moment timestamptz) RETURNS text LANGUAGE sql STABLE
  RETURN (SELECT was || CASE WHEN was <> is_now THEN ' (now ' || is_now || ')' ELSE '' END FROM (
    SELECT was, until_at FROM former_names WHERE named_id = person AND field = 'job' AND until_at > moment
    UNION ALL SELECT is_now, 'infinity' ORDER BY until_at LIMIT 1) jobs);
--> statement-breakpoint
-- The record that is kept -------------------------------------------------------------------------------------------------

-- Whoever took part in what was agreed may take its record with them, also after leaving, and nothing else: leeway_keeper
-- reads one record's rows, whoever asks for whatever, and writes none.

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
  SELECT r.id, r.experiment_id, name_then(e.id, e.title, r.requested_at), r.from_on, r.ends_on
    FROM permission_requests r JOIN experiments e ON e.id = r.experiment_id
    WHERE (record IS NULL OR r.id = record) AND (
      r.id IN (SELECT id FROM acted)
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(r.terms->'team') member WHERE (member->>'id')::uuid IN (SELECT id FROM me))
      OR EXISTS (SELECT 1 FROM team_members t WHERE t.experiment_id = r.experiment_id AND t.person_id IN (SELECT id FROM me)
        AND t.from_on <= r.ends_on AND coalesce(t.ends_on, 'infinity') >= (r.requested_at AT TIME ZONE 'Europe/London')::date))
  UNION ALL
  SELECT u.id, u.experiment_id, name_then(e.id, e.title, u.used_at), u.from_on, u.ends_on
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
GRANT SELECT ON systems, organisations TO leeway_keeper;
--> statement-breakpoint
-- It may ask every table of a system, so that queries run unchanged: a table without a policy below answers with no row.
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
DECLARE policy text[];
BEGIN
  FOREACH policy SLICE 1 IN ARRAY ARRAY[
    ['experiments', 'id = ANY ((SELECT kept())::uuid[])'],
    ['former_titles', 'titled_id = ANY ((SELECT kept())::uuid[]) OR titled_id IN (SELECT id FROM boards)'],
    ['experiment_turns', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['terms_versions', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['experiment_measures', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['conclusions', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['pause_decisions', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
    ['carrier_handovers', 'experiment_id = ANY ((SELECT kept())::uuid[])'],
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
    ['period_values', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['rebases', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['left_out_points', 'measure_id = ANY ((SELECT kept())::uuid[])'],
    ['memberships', 'role = ''leader'' AND organisation_id = ANY ((SELECT kept())::uuid[]) AND system_id IN (SELECT system_id FROM experiments)'],
    ['system_organisations', 'organisation_id IN (SELECT organisation_id FROM measure_contributors) AND system_id IN (SELECT system_id FROM experiments)']
  ]
  LOOP
    EXECUTE format('CREATE POLICY "kept record only" ON %I FOR SELECT TO leeway_keeper USING (%s)', policy[1], policy[2]);
  END LOOP;
END $$;
