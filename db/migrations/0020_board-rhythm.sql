ALTER TABLE "boards" ADD COLUMN "meeting_rule" jsonb DEFAULT '{"frequency":"no fixed day"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" DROP COLUMN "meets";--> statement-breakpoint
ALTER TABLE "boards" DROP COLUMN "next_meeting_on";--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "meeting frequency" CHECK (coalesce("boards"."meeting_rule" ->> 'frequency', '') in ('every week', 'every second week', 'every month', 'no fixed day'));