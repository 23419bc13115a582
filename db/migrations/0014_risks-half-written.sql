CREATE TABLE "risk_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"harm" text DEFAULT '' NOT NULL,
	"who_is_affected" text DEFAULT '' NOT NULL,
	"domain" text,
	"consequence" integer,
	"likelihood" integer,
	"controls" text DEFAULT '' NOT NULL,
	"early_warning" text DEFAULT '' NOT NULL,
	"carried_by" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "risk draft domain" CHECK ("risk_drafts"."domain" in ('quality and safety', 'people', 'finance', 'regulation', 'reputation', 'service'))
);
--> statement-breakpoint
ALTER TABLE "risk_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD COLUMN "why_longer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_drafts" ADD CONSTRAINT "risk_drafts_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_drafts" ADD CONSTRAINT "risk_drafts_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "risk_drafts_experiment_id_index" ON "risk_drafts" USING btree ("experiment_id");--> statement-breakpoint
CREATE POLICY "own system only" ON "risk_drafts" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("risk_drafts"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("risk_drafts"."system_id" = any ((select current_systems())::uuid[]));