ALTER TABLE "risk_drafts" ALTER COLUMN "harm" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "who_is_affected" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "who_is_affected" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "controls" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "controls" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "early_warning" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "early_warning" DROP NOT NULL;