ALTER TABLE "risk_drafts" ALTER COLUMN "harm" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "who_is_affected" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "who_is_affected" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "reduced_by" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "reduced_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "first_sign" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "risk_drafts" ALTER COLUMN "first_sign" DROP NOT NULL;