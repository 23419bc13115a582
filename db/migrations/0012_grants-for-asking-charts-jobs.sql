GRANT SELECT, INSERT, UPDATE, DELETE ON permission_drafts TO leeway_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON permission_replies TO leeway_app;
--> statement-breakpoint
-- Taken back by a mark on the row, which keeps it readable: nothing of a chart is deleted.
GRANT SELECT, INSERT, UPDATE (removed_at, removed_by) ON rebases, left_out_points, chart_notes TO leeway_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON pdsa_cycles TO leeway_app;
--> statement-breakpoint
-- What a change asks for goes into the queue; what is in it is read and done by the worker alone.
GRANT INSERT ON jobs TO leeway_app;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON permission_replies
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
