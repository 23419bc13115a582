CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" text DEFAULT 'read' NOT NULL,
	"header" jsonb NOT NULL,
	"noticed" jsonb NOT NULL,
	"rows" text NOT NULL,
	"row_count" integer NOT NULL,
	"answers" jsonb,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"found" jsonb,
	"problems" text DEFAULT '[]' NOT NULL,
	"correct" text,
	"said" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "upload state" CHECK ("uploads"."state" in ('read', 'checking', 'checked', 'saving', 'saved', 'called off'))
);
--> statement-breakpoint
ALTER TABLE "uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_uploaded_by_measure_id_index" ON "uploads" USING btree ("uploaded_by","measure_id");--> statement-breakpoint
CREATE POLICY "own system only" ON "uploads" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("uploads"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("uploads"."system_id" = any ((select current_systems())::uuid[]));