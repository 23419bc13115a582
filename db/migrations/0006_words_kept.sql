GRANT SELECT, INSERT ON terms_versions TO leeway_app;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- What was there before words were kept: in force since they were first asked about, else since the experiment was noted.
INSERT INTO terms_versions (id, system_id, experiment_id, material_hash, since_at)
  SELECT gen_random_uuid(), e.system_id, e.id, e.material_hash,
         coalesce((SELECT min(r.requested_at) FROM permission_requests r
                    WHERE r.experiment_id = e.id AND r.material_hash = e.material_hash), e.registered_at)
    FROM experiments e WHERE e.material_hash <> '';
