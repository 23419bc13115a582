CREATE TABLE "permission_drafts" (
	"experiment_id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"from_on" date,
	"ends_on" date,
	"board_id" uuid,
	"renews_id" uuid,
	"weighed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "permission_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "permission_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"in_words" text NOT NULL,
	"replied_by" uuid NOT NULL,
	"replied_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "permission_replies_systemId_id_unique" UNIQUE("system_id","id")
);
--> statement-breakpoint
ALTER TABLE "permission_replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chart_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"experiment_id" uuid,
	"happened_on" date NOT NULL,
	"words" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "chart_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "left_out_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"period_on" date NOT NULL,
	"reason" text NOT NULL,
	"left_out_by" uuid NOT NULL,
	"left_out_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "left_out_points" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rebases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"period_on" date NOT NULL,
	"reason" text NOT NULL,
	"rebased_by" uuid NOT NULL,
	"rebased_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "rebases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pdsa_cycles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"plan" text NOT NULL,
	"prediction" text NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date,
	"done" text DEFAULT '' NOT NULL,
	"studied" text DEFAULT '' NOT NULL,
	"act" text,
	"version" integer DEFAULT 1 NOT NULL,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "pdsa_cycles_experimentId_number_unique" UNIQUE("experiment_id","number"),
	CONSTRAINT "pdsa act" CHECK ("pdsa_cycles"."act" in ('adopt', 'adapt', 'abandon'))
);
--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_error" text DEFAULT '' NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "jobs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "a value, or a numerator and a denominator";--> statement-breakpoint
ALTER TABLE "conclusions" ADD COLUMN "goals_met" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conclusions" ADD COLUMN "trade_offs" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conclusions" ADD COLUMN "unpleasant_surprises" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conclusions" ADD COLUMN "pleasant_surprises" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "preset" text DEFAULT 'NHS England tools' NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "suppress_small" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "undone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_system_id_board_id_boards_system_id_id_fk" FOREIGN KEY ("system_id","board_id") REFERENCES "public"."boards"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_system_id_renews_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","renews_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_replies" ADD CONSTRAINT "permission_replies_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_replies" ADD CONSTRAINT "permission_replies_system_id_answer_id_permission_answers_system_id_id_fk" FOREIGN KEY ("system_id","answer_id") REFERENCES "public"."permission_answers"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "left_out_points" ADD CONSTRAINT "left_out_points_left_out_by_people_id_fk" FOREIGN KEY ("left_out_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "left_out_points" ADD CONSTRAINT "left_out_points_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "left_out_points" ADD CONSTRAINT "left_out_points_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_rebased_by_people_id_fk" FOREIGN KEY ("rebased_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_planned_by_people_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "permission_replies_answer_id_index" ON "permission_replies" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "chart_notes_measure_id_index" ON "chart_notes" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "left_out_points_measure_id_index" ON "left_out_points" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "rebases_measure_id_index" ON "rebases" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "pdsa_cycles_experiment_id_index" ON "pdsa_cycles" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "jobs_run_at_index" ON "jobs" USING btree ("run_at") WHERE "jobs"."done_at" is null;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "chart preset" CHECK ("measures"."preset" in ('NHS England tools', 'NHSRplotthedots'));--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "a value, or a numerator and a denominator, unless undone" CHECK (case when "observations"."undone" then "observations"."value" is null and "observations"."numerator" is null
        else ("observations"."value" is not null) <> ("observations"."numerator" is not null and "observations"."denominator" is not null) end);--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_drafts" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_drafts"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_drafts"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_replies" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_replies"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_replies"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "chart_notes" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("chart_notes"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("chart_notes"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "left_out_points" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("left_out_points"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("left_out_points"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "rebases" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("rebases"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("rebases"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "pdsa_cycles" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("pdsa_cycles"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("pdsa_cycles"."system_id" = any ((select current_systems())::uuid[]));