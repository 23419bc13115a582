CREATE TABLE "terms_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"material_hash" char(64) NOT NULL,
	"since_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "terms_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "board_reviews" ALTER COLUMN "asked_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "review_answers" ALTER COLUMN "answered_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "conclusions" ALTER COLUMN "concluded_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "experiment_turns" ALTER COLUMN "taken_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "experiments" ALTER COLUMN "registered_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "measures" ALTER COLUMN "defined_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "observations" ALTER COLUMN "logged_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "expected_dips" ALTER COLUMN "recorded_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "permission_answers" ALTER COLUMN "answered_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "permission_requests" ALTER COLUMN "requested_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "permission_withdrawals" ALTER COLUMN "withdrawn_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "stop_rules" ALTER COLUMN "recorded_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "risks" ALTER COLUMN "recorded_at" SET DEFAULT leeway_now();--> statement-breakpoint
ALTER TABLE "terms_versions" ADD CONSTRAINT "experiment_words_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_versions" ADD CONSTRAINT "experiment_words_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_words_experiment_id_since_at_index" ON "terms_versions" USING btree ("experiment_id","since_at");--> statement-breakpoint
CREATE POLICY "own system only" ON "terms_versions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("terms_versions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("terms_versions"."system_id" = any ((select current_systems())::uuid[]));