-- The first migration, part 4 of 4, written by hand: the stage of each experiment, kept ready for lists.
--
-- A stage follows from facts and from the day. Without another act only the day changes, so all coming stages are known when
-- the facts change: they are worked out by the one view that says the rules, experiment_facts, on each day on which something
-- begins or ends, and kept in experiment_stages. A list then compares dates with today.
--
-- Triggers on each table that the view reads note which experiments have to be worked out again; it is done once for each,
-- just before the transaction commits. Those of members and deputies work out on which days somebody answers. So nobody can
-- forget it, and facts and stages are saved together or not at all.

-- The same as server/experiments/stage.ts, which a test compares it with.
CREATE FUNCTION stage_of(last_turn text, carriers int, covering int, granting int, outdated int, lapsed int, unanswered int,
                         request_open boolean, request_same_terms boolean, started_same_terms boolean)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN last_turn IN ('stopped', 'concluded') THEN 'ended'
    WHEN last_turn = 'paused' THEN 'paused'
    WHEN on_these_terms AND carriers > 0 AND covering = carriers THEN 'running'
    WHEN NOT on_these_terms AND carriers > 0 AND granting = carriers THEN 'permitted'
    WHEN NOT started AND request_open AND request_same_terms THEN 'asked'
    WHEN on_these_terms AND unanswered > 0 AND covering + unanswered >= carriers THEN 'nobody answers'
    WHEN (started AND NOT on_these_terms) OR outdated > 0 OR (request_open AND NOT coalesce(request_same_terms, false)) THEN 'terms changed'
    WHEN started OR lapsed > 0 THEN 'permission ended'
    ELSE 'idea'
  END
  FROM (SELECT coalesce(last_turn IN ('started', 'resumed'), false) AS started) turn
  CROSS JOIN LATERAL (SELECT turn.started AND coalesce(started_same_terms, false) AS on_these_terms) terms
$$;
--> statement-breakpoint
-- Lets what follows in this transaction be judged as on another day, at noon in London.
CREATE FUNCTION judge_on(day date) RETURNS text LANGUAGE sql
  RETURN set_config('leeway.now', ((day + time '12:00') AT TIME ZONE 'Europe/London')::text, true);
--> statement-breakpoint

-- An experiment's stages from today on, if nobody does anything: the first since ever, the last for ever.
CREATE FUNCTION coming_stages(experiment uuid) RETURNS TABLE (from_on date, until_on date, stage text)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  clock text := coalesce(current_setting('leeway.now', true), '');
  today date := london_today();
  days date[];
  day date;
  next_stage text;
BEGIN
  SELECT array_agg(DISTINCT begins.day ORDER BY begins.day) INTO days FROM (
    SELECT unnest(ARRAY[g.from_on, g.ends_on + 1]) AS day FROM permission_grants g WHERE g.experiment_id = experiment
    UNION ALL
    SELECT r.ends_on + 1 FROM permission_requests r WHERE r.experiment_id = experiment
    UNION ALL
    SELECT unnest(ARRAY[a.from_on, CASE WHEN isfinite(a.until_on) THEN a.until_on + 1 END])
      FROM experiment_carriers c JOIN answering_periods a ON a.system_id = c.system_id AND a.organisation_id = c.organisation_id
      WHERE c.experiment_id = experiment
  ) begins WHERE begins.day > today;
  from_on := '-infinity';
  FOREACH day IN ARRAY today || days LOOP
    IF day > today THEN PERFORM judge_on(day); END IF;
    SELECT stage_of(f.last_turn, f.carriers, f.covering, f.granting, f.outdated, f.lapsed, f.unanswered,
                    f.request_open, f.request_same_terms, f.started_same_terms)
      INTO next_stage FROM experiment_facts f WHERE f.experiment_id = experiment;
    IF next_stage <> stage THEN
      until_on := day - 1;
      RETURN NEXT;
      from_on := day;
    END IF;
    stage := next_stage;
  END LOOP;
  until_on := 'infinity';
  RETURN NEXT;
  PERFORM set_config('leeway.now', clock, true);
END $$;
--> statement-breakpoint
-- What lists need beside the stage, and what no day changes.
CREATE VIEW for_lists AS
  SELECT e.id, e.system_id, e.shared_at IS NOT NULL AS shared, e.registered_at,
         ARRAY(SELECT c.organisation_id FROM experiment_carriers c WHERE c.experiment_id = e.id ORDER BY 1) AS carrier_ids,
         f.ends_on, f.request_id, CASE WHEN f.request_open AND f.request_same_terms THEN r.ends_on END AS request_until
    FROM experiments e JOIN experiment_facts f ON f.experiment_id = e.id LEFT JOIN permission_requests r ON r.id = f.request_id;
--> statement-breakpoint
-- Keeps them.
CREATE FUNCTION refresh_stages(experiment uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- Whoever changes who answers in this system meanwhile waits, and then finds this experiment
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('answering ' || e.system_id, 0)) FROM experiments e WHERE e.id = experiment;
  DELETE FROM experiment_stages WHERE experiment_id = experiment;
  INSERT INTO experiment_stages (system_id, experiment_id, from_on, until_on, stage, shared, registered_at, carrier_ids,
                                 ends_on, request_id, request_until)
    SELECT kept.system_id, kept.id, s.from_on, s.until_on, s.stage, kept.shared, kept.registered_at, kept.carrier_ids,
           kept.ends_on, kept.request_id, kept.request_until
      FROM for_lists kept CROSS JOIN LATERAL coming_stages(kept.id) s WHERE kept.id = experiment;
END $$;
--> statement-breakpoint
-- On which days from today on somebody can answer for an organisation.
CREATE FUNCTION answering_days(system uuid, organisation uuid) RETURNS TABLE (from_on date, until_on date)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  clock text := coalesce(current_setting('leeway.now', true), '');
  today date := london_today();
  days date[];
  day date;
  answers boolean;
  answered boolean := false;
  since date;
BEGIN
  SELECT array_agg(DISTINCT begins.day ORDER BY begins.day) INTO days FROM (
    SELECT unnest(ARRAY[m.from_on, m.ends_on + 1]) AS day FROM memberships m
      WHERE m.system_id = system AND m.organisation_id = organisation AND (m.role = 'leader' OR m.person_id IN (
        SELECT d.deputy_id FROM deputies d WHERE d.system_id = system AND d.organisation_id = organisation))
    UNION ALL
    SELECT unnest(ARRAY[d.from_on, d.ends_on + 1]) FROM deputies d WHERE d.system_id = system AND d.organisation_id = organisation
    UNION ALL
    SELECT unnest(ARRAY[so.from_on, so.ends_on + 1]) FROM system_organisations so
      WHERE so.system_id = system AND so.organisation_id = organisation
    UNION ALL
    SELECT unnest(ARRAY[o.from_on, o.ends_on + 1]) FROM organisations o WHERE o.id = organisation
  ) begins WHERE begins.day > today;
  FOREACH day IN ARRAY today || days LOOP
    IF day > today THEN PERFORM judge_on(day); END IF;
    answers := EXISTS (SELECT 1 FROM answering_people a WHERE a.system_id = system AND a.organisation_id = organisation);
    IF answers AND NOT answered THEN since := CASE WHEN day > today THEN day ELSE '-infinity' END; END IF;
    IF answered AND NOT answers THEN
      from_on := since; until_on := day - 1;
      RETURN NEXT;
    END IF;
    answered := answers;
  END LOOP;
  IF answered THEN
    from_on := since; until_on := 'infinity';
    RETURN NEXT;
  END IF;
  PERFORM set_config('leeway.now', clock, true);
END $$;
--> statement-breakpoint
-- Keeps these days, and where they have changed, works out the experiments that the organisation carries.
CREATE FUNCTION refresh_answering(system uuid, organisation uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept answering_periods[];
  found answering_periods[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('answering ' || system, 0));
  SELECT array_agg(ROW(system, organisation, CASE WHEN from_on > london_today() THEN from_on ELSE '-infinity' END, until_on)::answering_periods ORDER BY from_on)
    INTO kept FROM answering_periods WHERE system_id = system AND organisation_id = organisation AND until_on >= london_today();
  SELECT array_agg(ROW(system, organisation, from_on, until_on)::answering_periods ORDER BY from_on)
    INTO found FROM answering_days(system, organisation);
  IF kept IS NOT DISTINCT FROM found THEN RETURN; END IF;
  DELETE FROM answering_periods WHERE system_id = system AND organisation_id = organisation;
  INSERT INTO answering_periods SELECT * FROM unnest(found);
  -- At once, not by way of stages_due: whoever has noted one of these there may be waiting for this lock
  PERFORM refresh_stages(carried.experiment_id) FROM (
    SELECT DISTINCT s.experiment_id FROM experiment_stages s
      WHERE s.system_id = system AND s.carrier_ids @> ARRAY[organisation] AND s.stage <> 'ended' ORDER BY s.experiment_id
  ) carried;
END $$;
--> statement-breakpoint

CREATE FUNCTION work_out_stages() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refresh_stages(NEW.experiment_id);
  DELETE FROM stages_due WHERE experiment_id = NEW.experiment_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER work_out_stages AFTER INSERT ON stages_due DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION work_out_stages();
--> statement-breakpoint
-- Works out who answers, for each organisation that a changed row is about: the query in the trigger's argument finds them.
CREATE FUNCTION work_out_answering() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  work text := 'SELECT refresh_answering(system_id, organisation_id) FROM (' || TG_ARGV[0] || ') of_row';
BEGIN
  IF TG_OP <> 'INSERT' THEN EXECUTE work USING OLD; END IF;
  IF TG_OP <> 'DELETE' THEN EXECUTE work USING NEW; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint

-- Notes what a changed row is about; the query in the trigger's argument finds it from the row.
CREATE FUNCTION note_stages_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN EXECUTE 'INSERT INTO stages_due ' || TG_ARGV[0] || ' ON CONFLICT DO NOTHING' USING OLD;
  ELSE EXECUTE 'INSERT INTO stages_due ' || TG_ARGV[0] || ' ON CONFLICT DO NOTHING' USING NEW;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  source text[];
BEGIN
  FOREACH source SLICE 1 IN ARRAY ARRAY[
    ['experiments', 'INSERT OR UPDATE OF material_hash, lead_organisation_id, shared_at', 'SELECT ($1).id'],
    ['risks', 'INSERT OR UPDATE OF removed_at', 'SELECT ($1).experiment_id'],
    ['risk_carriers', 'INSERT OR DELETE', 'SELECT experiment_id FROM risks WHERE id = ($1).risk_id'],
    ['expected_dips', 'INSERT OR UPDATE OF removed_at', 'SELECT ($1).experiment_id'],
    ['dip_carriers', 'INSERT OR DELETE', 'SELECT experiment_id FROM expected_dips WHERE id = ($1).dip_id'],
    ['experiment_turns', 'INSERT', 'SELECT ($1).experiment_id'],
    ['permission_requests', 'INSERT', 'SELECT ($1).experiment_id'],
    ['permission_answers', 'INSERT', 'SELECT experiment_id FROM permission_requests WHERE id = ($1).request_id'],
    ['permission_withdrawals', 'INSERT', 'SELECT experiment_id FROM permission_requests WHERE id = ($1).request_id'],
    ['accepted_conditions', 'INSERT', 'SELECT r.experiment_id FROM permission_answers a JOIN permission_requests r ON r.id = a.request_id WHERE a.id = ($1).answer_id'],
    ['board_reviews', 'INSERT', 'SELECT ($1).experiment_id'],
    ['review_answers', 'INSERT', 'SELECT experiment_id FROM board_reviews WHERE id = ($1).review_id'],
    ['standing_uses', 'INSERT', 'SELECT ($1).experiment_id'],
    ['standing_withdrawals', 'INSERT', 'SELECT experiment_id FROM standing_uses WHERE standing_id = ($1).standing_id ORDER BY experiment_id'],
    ['pause_decisions', 'INSERT', 'SELECT ($1).experiment_id'],
    ['carrier_handovers', 'INSERT', 'SELECT ($1).experiment_id']
  ] LOOP
    EXECUTE format('CREATE TRIGGER note_stages_due AFTER %s ON %I FOR EACH ROW EXECUTE FUNCTION note_stages_due(%L)', source[2], source[1], source[3]);
  END LOOP;
  FOREACH source SLICE 1 IN ARRAY ARRAY[
    -- A member who is nobody's deputy answers for nobody
    ['memberships', 'INSERT OR UPDATE OR DELETE', 'SELECT ($1).system_id AS system_id, ($1).organisation_id AS organisation_id
      WHERE ($1).role = ''leader'' OR EXISTS (SELECT 1 FROM deputies WHERE deputy_id = ($1).person_id)'],
    ['deputies', 'INSERT OR UPDATE OR DELETE', 'SELECT ($1).system_id AS system_id, ($1).organisation_id AS organisation_id'],
    ['system_organisations', 'INSERT OR UPDATE OR DELETE', 'SELECT ($1).system_id AS system_id, ($1).organisation_id AS organisation_id'],
    ['organisations', 'UPDATE OF from_on, ends_on', 'SELECT system_id, organisation_id FROM system_organisations WHERE organisation_id = ($1).id ORDER BY 1'],
    ['people', 'UPDATE OF suspended_at', 'SELECT system_id, organisation_id FROM memberships WHERE person_id = ($1).id ORDER BY 1, 2']
  ] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER work_out_answering AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION work_out_answering(%L)', source[2], source[1], source[3]);
  END LOOP;
END $$;
--> statement-breakpoint
-- The experiments that have not ended and that one of these organisations carries today. Like search_experiments: comparing
-- arrays is not leakproof, so that row-level security would keep their index from being used. Whoever is signed in as the tables'
-- owner (here the current user) and took no other role finds all; others find those of their systems. Where only so many are wanted, the newest that everyone may see.
CREATE FUNCTION carried_experiments(organisations uuid[], newest int DEFAULT NULL) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 20
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT k.experiment_id FROM experiment_stages k
    WHERE ((current_setting('role') = 'none' AND session_user = current_user) OR k.system_id = ANY (current_systems())) AND k.carrier_ids && organisations AND k.stage <> 'ended'
      AND k.from_on <= london_today() AND k.until_on >= london_today()
      AND (newest IS NULL OR k.shared)
    ORDER BY k.registered_at DESC LIMIT newest;
END $$;
--> statement-breakpoint
-- For these triggers alone. Who could put one on a table of their own would have its query run with the owner's rights.
REVOKE EXECUTE ON FUNCTION note_stages_due(), work_out_stages(), work_out_answering(), refresh_stages(uuid), refresh_answering(uuid, uuid) FROM PUBLIC;
