CREATE TABLE "pause_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"in_place_of" uuid,
	"decided_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "pause decision" CHECK ("pause_decisions"."decision" in ('keep paused', 'end permission', 'go on'))
);
--> statement-breakpoint
ALTER TABLE "pause_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "reminders_grantId_daysBefore_unique" UNIQUE("grant_id","days_before")
);
--> statement-breakpoint
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accepted_conditions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "accepted_conditions_answerId_unique" UNIQUE("answer_id")
);
--> statement-breakpoint
ALTER TABLE "accepted_conditions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "standing_permissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"organisation_id" uuid,
	"highest_scores" jsonb NOT NULL,
	"reversible_only" boolean DEFAULT true NOT NULL,
	"longest_weeks" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "standing_permissions_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "longest weeks 1 to 52" CHECK ("standing_permissions"."longest_weeks" between 1 and 52)
);
--> statement-breakpoint
ALTER TABLE "standing_permissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "standing_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"standing_id" uuid NOT NULL,
	"material_hash" char(64) NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"words" text NOT NULL,
	"used_by" uuid NOT NULL,
	"used_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "standing_uses_systemId_id_unique" UNIQUE("system_id","id")
);
--> statement-breakpoint
ALTER TABLE "standing_uses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "standing_withdrawals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"standing_id" uuid NOT NULL,
	"use_id" uuid,
	"reason" text NOT NULL,
	"withdrawn_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "board_reviews" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "experiments" ADD COLUMN "reversible" boolean;--> statement-breakpoint
ALTER TABLE "experiments" ADD COLUMN "planned_weeks" integer;--> statement-breakpoint
ALTER TABLE "permission_answers" ADD COLUMN "tighter_dips" jsonb;--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_in_place_of_people_id_fk" FOREIGN KEY ("in_place_of") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_answers" ADD CONSTRAINT "permission_answers_systemId_id_unique" UNIQUE("system_id","id");--> statement-breakpoint
ALTER TABLE "accepted_conditions" ADD CONSTRAINT "accepted_conditions_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_conditions" ADD CONSTRAINT "accepted_conditions_system_id_answer_id_permission_answers_system_id_id_fk" FOREIGN KEY ("system_id","answer_id") REFERENCES "public"."permission_answers"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_permissions" ADD CONSTRAINT "standing_permissions_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_permissions" ADD CONSTRAINT "standing_permissions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_permissions" ADD CONSTRAINT "standing_permissions_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_system_id_standing_id_standing_permissions_system_id_id_fk" FOREIGN KEY ("system_id","standing_id") REFERENCES "public"."standing_permissions"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ADD CONSTRAINT "standing_withdrawals_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ADD CONSTRAINT "standing_withdrawals_system_id_standing_id_standing_permissions_system_id_id_fk" FOREIGN KEY ("system_id","standing_id") REFERENCES "public"."standing_permissions"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ADD CONSTRAINT "standing_withdrawals_system_id_use_id_standing_uses_system_id_id_fk" FOREIGN KEY ("system_id","use_id") REFERENCES "public"."standing_uses"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pause_decisions_experiment_id_index" ON "pause_decisions" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "reminders_experiment_id_index" ON "reminders" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "standing_permissions_system_id_organisation_id_index" ON "standing_permissions" USING btree ("system_id","organisation_id");--> statement-breakpoint
CREATE INDEX "standing_uses_experiment_id_index" ON "standing_uses" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "standing_withdrawals_standing_id_index" ON "standing_withdrawals" USING btree ("standing_id");--> statement-breakpoint
ALTER TABLE "board_reviews" ADD CONSTRAINT "board_reviews_system_id_request_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","request_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own system only" ON "pause_decisions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("pause_decisions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("pause_decisions"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "reminders" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("reminders"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("reminders"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "accepted_conditions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("accepted_conditions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("accepted_conditions"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_permissions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_permissions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_permissions"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_uses" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_uses"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_uses"."system_id" = any ((select current_systems())::uuid[]));--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_withdrawals" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_withdrawals"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_withdrawals"."system_id" = any ((select current_systems())::uuid[]));