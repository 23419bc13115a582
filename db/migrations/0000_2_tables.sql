-- The first migration, part 2 of 4: the tables, their indexes and the policy of each table of a system.
-- Written from db/schema by npm run db:generate: edit the schema, never this file.

CREATE TABLE "accepted_conditions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "accepted_conditions_answerId_unique" UNIQUE("answer_id")
);
--> statement-breakpoint
ALTER TABLE "accepted_conditions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "administrators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"system_id" uuid,
	"organisation_id" uuid,
	CONSTRAINT "administrators_personId_systemId_unique" UNIQUE NULLS NOT DISTINCT("person_id","system_id")
);
--> statement-breakpoint
CREATE TABLE "answering_periods" (
	"system_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	CONSTRAINT "answering_periods_system_id_organisation_id_from_on_pk" PRIMARY KEY("system_id","organisation_id","from_on")
);
--> statement-breakpoint
ALTER TABLE "answering_periods" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "board_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"request_id" uuid,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "board_reviews_systemId_id_unique" UNIQUE("system_id","id")
);
--> statement-breakpoint
ALTER TABLE "board_reviews" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "board_seats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"role" text NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "seat role" CHECK ("board_seats"."role" in ('chair', 'secretary', 'member', 'deputy', 'observer'))
);
--> statement-breakpoint
ALTER TABLE "board_seats" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"name" text NOT NULL,
	"meeting_rule" jsonb DEFAULT '{"frequency":"no fixed day"}'::jsonb NOT NULL,
	CONSTRAINT "boards_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "meeting frequency" CHECK (coalesce("boards"."meeting_rule" ->> 'frequency', '') in ('every week', 'every second week', 'every month', 'no fixed day'))
);
--> statement-breakpoint
ALTER TABLE "boards" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "carrier_handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"handed_over_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "carrier_handovers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "chart_notes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "conclusions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"what_happened" text NOT NULL,
	"learned" text NOT NULL,
	"goals_met" text,
	"trade_offs" text,
	"unpleasant_surprises" text,
	"pleasant_surprises" text,
	"tell_next_team" text,
	"change_stops" boolean NOT NULL,
	"measuring_stops" boolean NOT NULL,
	"concluded_by" uuid NOT NULL,
	"concluded_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"search_words" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "conclusions"."what_happened" || ' ' || "conclusions"."learned" || ' ' || coalesce("conclusions"."tell_next_team", ''))) STORED,
	CONSTRAINT "conclusions_experimentId_unique" UNIQUE("experiment_id"),
	CONSTRAINT "conclusion outcome" CHECK ("conclusions"."outcome" in ('adopt', 'adapt', 'abandon', 'cannot tell', 'stopped early'))
);
--> statement-breakpoint
ALTER TABLE "conclusions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "deputies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"leader_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "deputies_systemId_leaderId_deputyId_organisationId_fromOn_unique" UNIQUE("system_id","leader_id","deputy_id","organisation_id","from_on")
);
--> statement-breakpoint
ALTER TABLE "deputies" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "different_people" (
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "different_people_person_id_other_id_pk" PRIMARY KEY("person_id","other_id"),
	CONSTRAINT "the lesser id first" CHECK ("different_people"."person_id" < "different_people"."other_id")
);
--> statement-breakpoint
CREATE TABLE "dip_carriers" (
	"system_id" uuid NOT NULL,
	"dip_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "dip_carriers_dip_id_organisation_id_pk" PRIMARY KEY("dip_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "dip_carriers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "expected_dips" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"worst_value" numeric NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "expected_dips_systemId_id_unique" UNIQUE("system_id","id")
);
--> statement-breakpoint
ALTER TABLE "expected_dips" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "experiment_measures" (
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "experiment_measures_experiment_id_measure_id_pk" PRIMARY KEY("experiment_id","measure_id"),
	CONSTRAINT "measure role" CHECK ("experiment_measures"."role" in ('outcome', 'process', 'balancing'))
);
--> statement-breakpoint
ALTER TABLE "experiment_measures" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "experiment_organisations" (
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "experiment_organisations_experiment_id_organisation_id_pk" PRIMARY KEY("experiment_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "experiment_organisations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "experiment_stages" (
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"stage" text NOT NULL,
	"shared" boolean NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"carrier_ids" uuid[] NOT NULL,
	"ends_on" date,
	"request_id" uuid,
	"request_until" date,
	CONSTRAINT "experiment_stages_experiment_id_from_on_pk" PRIMARY KEY("experiment_id","from_on"),
	CONSTRAINT "kept stage" CHECK ("experiment_stages"."stage" in ('idea', 'asked', 'permitted', 'running', 'paused', 'permission ended', 'terms changed', 'nobody answers', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "experiment_stages" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "experiment_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"turn" text NOT NULL,
	"pause_reason" text,
	"reason" text,
	"material_hash" char(64),
	"taken_by" uuid,
	"taken_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "experiment_turns_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "experiment turn" CHECK ("experiment_turns"."turn" in ('started', 'paused', 'resumed', 'stopped', 'concluded')),
	CONSTRAINT "pause reason" CHECK ("experiment_turns"."pause_reason" in ('a stop rule was met', 'someone could be harmed', 'something else', 'a board said stop'))
);
--> statement-breakpoint
ALTER TABLE "experiment_turns" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "experiments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"title" text NOT NULL,
	"problem" text NOT NULL,
	"change_idea" text NOT NULL,
	"place" text NOT NULL,
	"aim" text,
	"prediction" text,
	"prediction_because" text,
	"starts_at" text,
	"shows_at" text,
	"risk_of_not_trying" text,
	"no_harm_foreseen" boolean DEFAULT false NOT NULL,
	"lead_organisation_id" uuid NOT NULL,
	"reversible" boolean,
	"planned_weeks" integer,
	"shared_at" timestamp with time zone,
	"adapted_from_id" uuid,
	"material_hash" char(64) DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp with time zone,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"search_words" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "experiments"."title" || ' ' || "experiments"."problem" || ' ' || "experiments"."change_idea" || ' ' || "experiments"."place")) STORED,
	CONSTRAINT "experiments_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "experiment starts at" CHECK ("experiments"."starts_at" in ('home', 'general practice', 'community', 'ambulance', 'front door', 'ward', 'discharge', 'social care', 'planned care', 'crisis care')),
	CONSTRAINT "experiment shows at" CHECK ("experiments"."shows_at" in ('home', 'general practice', 'community', 'ambulance', 'front door', 'ward', 'discharge', 'social care', 'planned care', 'crisis care'))
);
--> statement-breakpoint
ALTER TABLE "experiments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "former_links" (
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	CONSTRAINT "former_links_person_id_other_id_pk" PRIMARY KEY("person_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "former_names" (
	"named_id" uuid NOT NULL,
	"field" text NOT NULL,
	"was" text,
	"until_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "former_names_named_id_field_until_at_pk" PRIMARY KEY("named_id","field","until_at"),
	CONSTRAINT "former name field" CHECK ("former_names"."field" in ('name', 'job'))
);
--> statement-breakpoint
CREATE TABLE "former_titles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"titled_id" uuid NOT NULL,
	"was" text NOT NULL,
	"until_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "former_titles" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"person_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"procedure" text NOT NULL,
	"input_hash" text NOT NULL,
	"answer" jsonb,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"demo_world" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "only one row" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_error" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "jobs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"system_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"experiment_id" uuid,
	"person_id" uuid,
	"act" text NOT NULL,
	"parts" jsonb NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" char(64) NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "journal_system_id_sequence_pk" PRIMARY KEY("system_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "journal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "leader_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "leader_decisions_proposalId_unique" UNIQUE("proposal_id"),
	CONSTRAINT "leader decision" CHECK ("leader_decisions"."decision" in ('confirmed', 'declined')),
	CONSTRAINT "declined with a reason" CHECK ("leader_decisions"."decision" = 'confirmed' or "leader_decisions"."reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "leader_decisions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "leader_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "leader_proposals_systemId_id_unique" UNIQUE("system_id","id")
);
--> statement-breakpoint
ALTER TABLE "leader_proposals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "left_out_points" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "measure_contributors" (
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_on" date,
	"ends_on" date,
	CONSTRAINT "measure_contributors_measure_id_organisation_id_pk" PRIMARY KEY("measure_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "measure_contributors" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"operational_definition" text NOT NULL,
	"rhythm" text NOT NULL,
	"counting" text NOT NULL,
	"decimals" integer DEFAULT 0 NOT NULL,
	"target" numeric,
	"baseline_points" integer,
	"preset" text DEFAULT 'NHS England tools' NOT NULL,
	"chart_kind" text DEFAULT 'XmR' NOT NULL,
	"suppress_small" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp with time zone,
	"defined_by" uuid NOT NULL,
	"defined_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "measures_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "measure direction" CHECK ("measures"."direction" in ('up', 'down', 'neither')),
	CONSTRAINT "measure rhythm" CHECK ("measures"."rhythm" in ('day', 'week', 'month')),
	CONSTRAINT "measure counting" CHECK ("measures"."counting" in ('value', 'count', 'percentage', 'ratio')),
	CONSTRAINT "chart preset" CHECK ("measures"."preset" in ('NHS England tools', 'NHSRplotthedots')),
	CONSTRAINT "chart kind" CHECK ("measures"."chart_kind" in ('XmR', 'p', 'u', 'c', 't', 'g')),
	CONSTRAINT "decimals 0 to 4" CHECK ("measures"."decimals" between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "measures" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"team" text,
	"role" text NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "memberships_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "membership role" CHECK ("memberships"."role" in ('member', 'leader'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "news" (
	"system_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid,
	"review_id" uuid,
	CONSTRAINT "news_system_id_sequence_pk" PRIMARY KEY("system_id","sequence"),
	CONSTRAINT "news kind" CHECK ("news"."kind" in ('asked', 'answered', 'question', 'replied', 'accepted', 'taken back', 'withdrawn', 'paused', 'decided', 'mended', 'went on', 'stopped', 'board asked', 'board answered', 'concluded', 'terms changed'))
);
--> statement-breakpoint
ALTER TABLE "news" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period_on" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"undone" boolean DEFAULT false NOT NULL,
	"reason" text,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "a value, or a numerator and a denominator, unless undone" CHECK (case when "observations"."undone" then "observations"."value" is null and "observations"."numerator" is null
        else ("observations"."value" is not null) <> ("observations"."numerator" is not null and "observations"."denominator" is not null) end),
	CONSTRAINT "no numerator without its denominator" CHECK (("observations"."numerator" is null) = ("observations"."denominator" is null)),
	CONSTRAINT "denominator above nothing" CHECK ("observations"."denominator" >= 0)
);
--> statement-breakpoint
ALTER TABLE "observations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"ods_code" text,
	"from_on" date,
	"ends_on" date,
	CONSTRAINT "organisations_odsCode_unique" UNIQUE("ods_code"),
	CONSTRAINT "organisation kind" CHECK ("organisations"."kind" in ('acute', 'community', 'mental health', 'ambulance', 'general practice', 'council', 'care provider', 'charity', 'integrated care board'))
);
--> statement-breakpoint
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
ALTER TABLE "pause_decisions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "pause_fixes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"in_words" text NOT NULL,
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pause_fixes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "pdsa_cycles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"plan" text NOT NULL,
	"prediction" text NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date,
	"done" text,
	"studied" text,
	"act" text,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp with time zone,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "pdsa_cycles_experimentId_number_unique" UNIQUE("experiment_id","number"),
	CONSTRAINT "pdsa act" CHECK ("pdsa_cycles"."act" in ('adopt', 'adapt', 'abandon'))
);
--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"job" text,
	"same_person_as" uuid,
	"suspended_at" timestamp with time zone,
	"email_verified_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"plain_name" text GENERATED ALWAYS AS (plain(name)) STORED,
	"initial_and_surname" text GENERATED ALWAYS AS (initial_and_surname(name)) STORED,
	"plain_job" text GENERATED ALWAYS AS (plain(coalesce(job, ''))) STORED,
	"mailbox" text GENERATED ALWAYS AS (split_part(email, '@', 1)) STORED,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "period_values" (
	"system_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"period_on" date NOT NULL,
	"contributed" integer NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"parts" jsonb,
	CONSTRAINT "period_values_measure_id_period_on_pk" PRIMARY KEY("measure_id","period_on")
);
--> statement-breakpoint
ALTER TABLE "period_values" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "permission_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"in_words" text,
	"ends_on" date,
	"tighter_dips" jsonb,
	"terms_hash" char(64) NOT NULL,
	"answered_by" uuid NOT NULL,
	"in_place_of" uuid,
	"answered_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "permission_answers_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "permission answer" CHECK ("permission_answers"."answer" in ('yes', 'yes with conditions', 'question', 'not this time'))
);
--> statement-breakpoint
ALTER TABLE "permission_answers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "permission_bases" (
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answer_id" uuid,
	"use_id" uuid,
	CONSTRAINT "permission_bases_turn_id_organisation_id_pk" PRIMARY KEY("turn_id","organisation_id"),
	CONSTRAINT "an answer or a use" CHECK (num_nonnulls("permission_bases"."answer_id", "permission_bases"."use_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "permission_bases" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "permission_drafts" (
	"experiment_id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"from_on" date,
	"ends_on" date,
	"board_id" uuid,
	"renews_id" uuid,
	"why_longer" text,
	"weighed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "permission_drafts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "permission_endings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "permission_endings" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "permission_replies" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "permission_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"terms" jsonb NOT NULL,
	"terms_hash" char(64) NOT NULL,
	"material_hash" char(64) NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"renews_id" uuid,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "permission_requests_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "a permission of a year at most" CHECK ("permission_requests"."ends_on" >= "permission_requests"."from_on" and "permission_requests"."ends_on" < "permission_requests"."from_on" + interval '12 months')
);
--> statement-breakpoint
ALTER TABLE "permission_requests" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "permission_withdrawals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"organisation_id" uuid,
	"reason" text NOT NULL,
	"withdrawn_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT leeway_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "permission_withdrawals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"reset_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
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
ALTER TABLE "rebases" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "review_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"look_again_on" date,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "review answer" CHECK ("review_answers"."answer" in ('go on', 'change', 'stop', 'spread', 'more needed'))
);
--> statement-breakpoint
ALTER TABLE "review_answers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "risk_carriers" (
	"system_id" uuid NOT NULL,
	"risk_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "risk_carriers_risk_id_organisation_id_pk" PRIMARY KEY("risk_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "risk_carriers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "risk_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"harm" text NOT NULL,
	"who_is_affected" text,
	"domain" text,
	"consequence" integer,
	"likelihood" integer,
	"controls" text,
	"early_warning" text,
	"carried_by" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "risk draft domain" CHECK ("risk_drafts"."domain" in ('quality and safety', 'people', 'finance', 'regulation', 'reputation', 'service'))
);
--> statement-breakpoint
ALTER TABLE "risk_drafts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "risks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"harm" text NOT NULL,
	"who_is_affected" text NOT NULL,
	"domain" text NOT NULL,
	"consequence" integer NOT NULL,
	"likelihood" integer NOT NULL,
	"controls" text NOT NULL,
	"early_warning" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "risks_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "risk domain" CHECK ("risks"."domain" in ('quality and safety', 'people', 'finance', 'regulation', 'reputation', 'service')),
	CONSTRAINT "consequence 1 to 5" CHECK ("risks"."consequence" between 1 and 5),
	CONSTRAINT "likelihood 1 to 5" CHECK ("risks"."likelihood" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "risks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stages_due" (
	"experiment_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing_confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"standing_id" uuid NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "standing_confirmations_standingId_unique" UNIQUE("standing_id")
);
--> statement-breakpoint
ALTER TABLE "standing_confirmations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "standing_permissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"organisation_id" uuid,
	"highest_scores" jsonb NOT NULL,
	"longest_weeks" integer NOT NULL,
	"note" text,
	"from_on" date NOT NULL,
	"ends_on" date,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "standing_permissions_systemId_id_unique" UNIQUE("system_id","id"),
	CONSTRAINT "longest weeks 1 to 52" CHECK ("standing_permissions"."longest_weeks" between 1 and 52)
);
--> statement-breakpoint
ALTER TABLE "standing_permissions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
	"terms" jsonb,
	"used_by" uuid NOT NULL,
	"used_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "standing_uses_systemId_id_unique" UNIQUE("system_id","id")
);
--> statement-breakpoint
ALTER TABLE "standing_uses" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "standing_withdrawals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stop_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"measure_id" uuid,
	"threshold" numeric,
	"met_when" text,
	"periods_running" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "stop rule kind" CHECK ("stop_rules"."kind" in ('safety', 'talk')),
	CONSTRAINT "stop rule met when" CHECK ("stop_rules"."met_when" in ('at or above', 'above', 'at or below', 'below'))
);
--> statement-breakpoint
ALTER TABLE "stop_rules" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "system_organisations" (
	"system_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"ends_on" date,
	"successor_id" uuid,
	CONSTRAINT "system_organisations_system_id_organisation_id_pk" PRIMARY KEY("system_id","organisation_id"),
	CONSTRAINT "not its own successor" CHECK ("system_organisations"."successor_id" <> "system_organisations"."organisation_id")
);
--> statement-breakpoint
ALTER TABLE "system_organisations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "systems" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"population" integer,
	"answer_within_days" integer DEFAULT 5 NOT NULL,
	"longest_permission_months" integer DEFAULT 12 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer within days" CHECK ("systems"."answer_within_days" between 1 and 90),
	CONSTRAINT "longest permission in months" CHECK ("systems"."longest_permission_months" between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"leads" boolean DEFAULT false NOT NULL,
	"from_on" date DEFAULT london_today() NOT NULL,
	"ends_on" date,
	CONSTRAINT "team_members_experimentId_personId_fromOn_unique" UNIQUE("experiment_id","person_id","from_on")
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "terms_edits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"part" text NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	CONSTRAINT "terms part" CHECK ("terms_edits"."part" in ('words', 'team', 'risks', 'measures', 'dips', 'stop rules', 'request'))
);
--> statement-breakpoint
ALTER TABLE "terms_edits" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "terms_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"material_hash" char(64) NOT NULL,
	"since_at" timestamp with time zone DEFAULT leeway_now() NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "terms_versions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "uploads" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "accepted_conditions" ADD CONSTRAINT "accepted_conditions_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accepted_conditions" ADD CONSTRAINT "accepted_conditions_system_id_answer_id_permission_answers_system_id_id_fk" FOREIGN KEY ("system_id","answer_id") REFERENCES "public"."permission_answers"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "administrators" ADD CONSTRAINT "administrators_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "administrators" ADD CONSTRAINT "administrators_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "administrators" ADD CONSTRAINT "administrators_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answering_periods" ADD CONSTRAINT "answering_periods_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answering_periods" ADD CONSTRAINT "answering_periods_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_reviews" ADD CONSTRAINT "board_reviews_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_reviews" ADD CONSTRAINT "board_reviews_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_reviews" ADD CONSTRAINT "board_reviews_system_id_board_id_boards_system_id_id_fk" FOREIGN KEY ("system_id","board_id") REFERENCES "public"."boards"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_reviews" ADD CONSTRAINT "board_reviews_system_id_request_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","request_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_seats" ADD CONSTRAINT "board_seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_seats" ADD CONSTRAINT "board_seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_seats" ADD CONSTRAINT "board_seats_system_id_board_id_boards_system_id_id_fk" FOREIGN KEY ("system_id","board_id") REFERENCES "public"."boards"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carrier_handovers" ADD CONSTRAINT "carrier_handovers_from_id_organisations_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carrier_handovers" ADD CONSTRAINT "carrier_handovers_to_id_organisations_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carrier_handovers" ADD CONSTRAINT "carrier_handovers_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "chart_notes" ADD CONSTRAINT "chart_notes_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_concluded_by_people_id_fk" FOREIGN KEY ("concluded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_leader_id_people_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_other_id_people_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dip_carriers" ADD CONSTRAINT "dip_carriers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dip_carriers" ADD CONSTRAINT "dip_carriers_system_id_dip_id_expected_dips_system_id_id_fk" FOREIGN KEY ("system_id","dip_id") REFERENCES "public"."expected_dips"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "expected_dips" ADD CONSTRAINT "expected_dips_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "expected_dips" ADD CONSTRAINT "expected_dips_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_measures" ADD CONSTRAINT "experiment_measures_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_measures" ADD CONSTRAINT "experiment_measures_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_organisations" ADD CONSTRAINT "experiment_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_organisations" ADD CONSTRAINT "experiment_organisations_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_stages" ADD CONSTRAINT "experiment_stages_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_turns" ADD CONSTRAINT "experiment_turns_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiment_turns" ADD CONSTRAINT "experiment_turns_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_lead_organisation_id_organisations_id_fk" FOREIGN KEY ("lead_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_adapted_from_id_experiments_id_fk" FOREIGN KEY ("adapted_from_id") REFERENCES "public"."experiments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_registered_by_people_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_links" ADD CONSTRAINT "former_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_links" ADD CONSTRAINT "former_links_other_id_people_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_titles" ADD CONSTRAINT "former_titles_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "leader_decisions" ADD CONSTRAINT "leader_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "leader_decisions" ADD CONSTRAINT "leader_decisions_system_id_proposal_id_leader_proposals_system_id_id_fk" FOREIGN KEY ("system_id","proposal_id") REFERENCES "public"."leader_proposals"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "leader_proposals" ADD CONSTRAINT "leader_proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "leader_proposals" ADD CONSTRAINT "leader_proposals_system_id_membership_id_memberships_system_id_id_fk" FOREIGN KEY ("system_id","membership_id") REFERENCES "public"."memberships"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "left_out_points" ADD CONSTRAINT "left_out_points_left_out_by_people_id_fk" FOREIGN KEY ("left_out_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "left_out_points" ADD CONSTRAINT "left_out_points_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "left_out_points" ADD CONSTRAINT "left_out_points_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "measure_contributors" ADD CONSTRAINT "measure_contributors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "measure_contributors" ADD CONSTRAINT "measure_contributors_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_defined_by_people_id_fk" FOREIGN KEY ("defined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_system_id_sequence_journal_system_id_sequence_fk" FOREIGN KEY ("system_id","sequence") REFERENCES "public"."journal"("system_id","sequence") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_system_id_review_id_board_reviews_system_id_id_fk" FOREIGN KEY ("system_id","review_id") REFERENCES "public"."board_reviews"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_logged_by_people_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_in_place_of_people_id_fk" FOREIGN KEY ("in_place_of") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pause_decisions" ADD CONSTRAINT "pause_decisions_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pause_fixes" ADD CONSTRAINT "pause_fixes_reported_by_people_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pause_fixes" ADD CONSTRAINT "pause_fixes_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_planned_by_people_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_same_person_as_people_id_fk" FOREIGN KEY ("same_person_as") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "period_values" ADD CONSTRAINT "period_values_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_answers" ADD CONSTRAINT "permission_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_answers" ADD CONSTRAINT "permission_answers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_answers" ADD CONSTRAINT "permission_answers_in_place_of_people_id_fk" FOREIGN KEY ("in_place_of") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_answers" ADD CONSTRAINT "permission_answers_system_id_request_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","request_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_bases" ADD CONSTRAINT "permission_bases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_bases" ADD CONSTRAINT "permission_bases_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_bases" ADD CONSTRAINT "permission_bases_system_id_turn_id_experiment_turns_system_id_id_fk" FOREIGN KEY ("system_id","turn_id") REFERENCES "public"."experiment_turns"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_bases" ADD CONSTRAINT "permission_bases_system_id_answer_id_permission_answers_system_id_id_fk" FOREIGN KEY ("system_id","answer_id") REFERENCES "public"."permission_answers"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_bases" ADD CONSTRAINT "permission_bases_system_id_use_id_standing_uses_system_id_id_fk" FOREIGN KEY ("system_id","use_id") REFERENCES "public"."standing_uses"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_system_id_board_id_boards_system_id_id_fk" FOREIGN KEY ("system_id","board_id") REFERENCES "public"."boards"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_drafts" ADD CONSTRAINT "permission_drafts_system_id_renews_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","renews_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_endings" ADD CONSTRAINT "permission_endings_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_endings" ADD CONSTRAINT "permission_endings_system_id_request_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","request_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_replies" ADD CONSTRAINT "permission_replies_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_replies" ADD CONSTRAINT "permission_replies_system_id_answer_id_permission_answers_system_id_id_fk" FOREIGN KEY ("system_id","answer_id") REFERENCES "public"."permission_answers"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_requests" ADD CONSTRAINT "permission_requests_renews_id_permission_requests_id_fk" FOREIGN KEY ("renews_id") REFERENCES "public"."permission_requests"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_requests" ADD CONSTRAINT "permission_requests_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_requests" ADD CONSTRAINT "permission_requests_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_withdrawals" ADD CONSTRAINT "permission_withdrawals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_withdrawals" ADD CONSTRAINT "permission_withdrawals_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "permission_withdrawals" ADD CONSTRAINT "permission_withdrawals_system_id_request_id_permission_requests_system_id_id_fk" FOREIGN KEY ("system_id","request_id") REFERENCES "public"."permission_requests"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_rebased_by_people_id_fk" FOREIGN KEY ("rebased_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_system_id_review_id_board_reviews_system_id_id_fk" FOREIGN KEY ("system_id","review_id") REFERENCES "public"."board_reviews"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risk_carriers" ADD CONSTRAINT "risk_carriers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risk_carriers" ADD CONSTRAINT "risk_carriers_system_id_risk_id_risks_system_id_id_fk" FOREIGN KEY ("system_id","risk_id") REFERENCES "public"."risks"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risk_drafts" ADD CONSTRAINT "risk_drafts_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risk_drafts" ADD CONSTRAINT "risk_drafts_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_confirmations" ADD CONSTRAINT "standing_confirmations_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_confirmations" ADD CONSTRAINT "standing_confirmations_system_id_standing_id_standing_permissions_system_id_id_fk" FOREIGN KEY ("system_id","standing_id") REFERENCES "public"."standing_permissions"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_permissions" ADD CONSTRAINT "standing_permissions_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_permissions" ADD CONSTRAINT "standing_permissions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_permissions" ADD CONSTRAINT "standing_permissions_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_uses" ADD CONSTRAINT "standing_uses_system_id_standing_id_standing_permissions_system_id_id_fk" FOREIGN KEY ("system_id","standing_id") REFERENCES "public"."standing_permissions"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ADD CONSTRAINT "standing_withdrawals_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ADD CONSTRAINT "standing_withdrawals_system_id_standing_id_standing_permissions_system_id_id_fk" FOREIGN KEY ("system_id","standing_id") REFERENCES "public"."standing_permissions"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standing_withdrawals" ADD CONSTRAINT "standing_withdrawals_system_id_use_id_standing_uses_system_id_id_fk" FOREIGN KEY ("system_id","use_id") REFERENCES "public"."standing_uses"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stop_rules" ADD CONSTRAINT "stop_rules_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stop_rules" ADD CONSTRAINT "stop_rules_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "system_organisations" ADD CONSTRAINT "system_organisations_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "system_organisations" ADD CONSTRAINT "system_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "system_organisations" ADD CONSTRAINT "system_organisations_system_id_successor_id_system_organisations_system_id_organisation_id_fk" FOREIGN KEY ("system_id","successor_id") REFERENCES "public"."system_organisations"("system_id","organisation_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "terms_edits" ADD CONSTRAINT "terms_edits_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "terms_edits" ADD CONSTRAINT "terms_edits_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "terms_versions" ADD CONSTRAINT "terms_versions_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "terms_versions" ADD CONSTRAINT "terms_versions_system_id_experiment_id_experiments_system_id_id_fk" FOREIGN KEY ("system_id","experiment_id") REFERENCES "public"."experiments"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_system_id_measure_id_measures_system_id_id_fk" FOREIGN KEY ("system_id","measure_id") REFERENCES "public"."measures"("system_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "board_reviews_board_id_index" ON "board_reviews" USING btree ("board_id");
--> statement-breakpoint
CREATE INDEX "board_reviews_experiment_id_index" ON "board_reviews" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "board_reviews_request_id_index" ON "board_reviews" USING btree ("request_id");
--> statement-breakpoint
CREATE INDEX "board_seats_person_id_index" ON "board_seats" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "boards_system_id_index" ON "boards" USING btree ("system_id");
--> statement-breakpoint
CREATE INDEX "carrier_handovers_experiment_id_index" ON "carrier_handovers" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "chart_notes_measure_id_index" ON "chart_notes" USING btree ("measure_id");
--> statement-breakpoint
CREATE INDEX "conclusions_search_words_index" ON "conclusions" USING gin ("search_words");
--> statement-breakpoint
CREATE INDEX "conclusions_system_id_concluded_at_index" ON "conclusions" USING btree ("system_id","concluded_at");
--> statement-breakpoint
CREATE INDEX "deputies_deputy_id_index" ON "deputies" USING btree ("deputy_id");
--> statement-breakpoint
CREATE INDEX "expected_dips_experiment_id_index" ON "expected_dips" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "expected_dips_measure_id_index" ON "expected_dips" USING btree ("measure_id");
--> statement-breakpoint
CREATE INDEX "experiment_measures_measure_id_index" ON "experiment_measures" USING btree ("measure_id");
--> statement-breakpoint
CREATE INDEX "experiment_organisations_organisation_id_index" ON "experiment_organisations" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "experiment_stages_system_id_registered_at_experiment_id_from_on_until_on_stage_shared_index" ON "experiment_stages" USING btree ("system_id","registered_at","experiment_id","from_on","until_on","stage","shared");
--> statement-breakpoint
CREATE INDEX "experiment_stages_system_id_stage_registered_at_index" ON "experiment_stages" USING btree ("system_id","stage","registered_at");
--> statement-breakpoint
CREATE INDEX "experiment_stages_registered_at_experiment_id_index" ON "experiment_stages" USING btree ("registered_at","experiment_id");
--> statement-breakpoint
CREATE INDEX "experiment_stages_carrier_ids_index" ON "experiment_stages" USING gin ("carrier_ids") WHERE "experiment_stages"."stage" <> 'ended';
--> statement-breakpoint
CREATE INDEX "experiment_turns_experiment_id_taken_at_index" ON "experiment_turns" USING btree ("experiment_id","taken_at");
--> statement-breakpoint
CREATE INDEX "experiments_system_id_registered_at_index" ON "experiments" USING btree ("system_id","registered_at");
--> statement-breakpoint
CREATE INDEX "experiments_search_words_index" ON "experiments" USING gin ("search_words");
--> statement-breakpoint
CREATE INDEX "experiments_title_index" ON "experiments" USING gin ("title" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "former_links_other_id_index" ON "former_links" USING btree ("other_id");
--> statement-breakpoint
CREATE INDEX "former_titles_titled_id_until_at_index" ON "former_titles" USING btree ("titled_id","until_at");
--> statement-breakpoint
CREATE INDEX "jobs_run_at_index" ON "jobs" USING btree ("run_at") WHERE "jobs"."done_at" is null;
--> statement-breakpoint
CREATE INDEX "journal_experiment_id_sequence_index" ON "journal" USING btree ("experiment_id","sequence");
--> statement-breakpoint
CREATE INDEX "leader_proposals_system_id_index" ON "leader_proposals" USING btree ("system_id");
--> statement-breakpoint
CREATE INDEX "leader_proposals_membership_id_index" ON "leader_proposals" USING btree ("membership_id");
--> statement-breakpoint
CREATE INDEX "left_out_points_measure_id_index" ON "left_out_points" USING btree ("measure_id");
--> statement-breakpoint
CREATE INDEX "measure_contributors_organisation_id_index" ON "measure_contributors" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "measures_system_id_index" ON "measures" USING btree ("system_id");
--> statement-breakpoint
CREATE INDEX "memberships_person_id_index" ON "memberships" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "memberships_system_id_organisation_id_index" ON "memberships" USING btree ("system_id","organisation_id");
--> statement-breakpoint
CREATE INDEX "pause_decisions_experiment_id_index" ON "pause_decisions" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "pause_fixes_experiment_id_index" ON "pause_fixes" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "pdsa_cycles_experiment_id_index" ON "pdsa_cycles" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "people_plain_name_index" ON "people" USING btree ("plain_name");
--> statement-breakpoint
CREATE INDEX "people_initial_and_surname_plain_job_index" ON "people" USING btree ("initial_and_surname","plain_job");
--> statement-breakpoint
CREATE INDEX "people_mailbox_index" ON "people" USING btree ("mailbox");
--> statement-breakpoint
CREATE INDEX "people_one_person_index" ON "people" USING btree (coalesce("same_person_as", "id"));
--> statement-breakpoint
CREATE INDEX "permission_answers_request_id_index" ON "permission_answers" USING btree ("request_id");
--> statement-breakpoint
CREATE INDEX "permission_bases_experiment_id_index" ON "permission_bases" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "permission_endings_request_id_index" ON "permission_endings" USING btree ("request_id");
--> statement-breakpoint
CREATE INDEX "permission_replies_answer_id_index" ON "permission_replies" USING btree ("answer_id");
--> statement-breakpoint
CREATE INDEX "permission_requests_experiment_id_index" ON "permission_requests" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "permission_requests_renews_id_index" ON "permission_requests" USING btree ("renews_id");
--> statement-breakpoint
CREATE INDEX "permission_withdrawals_request_id_index" ON "permission_withdrawals" USING btree ("request_id");
--> statement-breakpoint
CREATE INDEX "rebases_measure_id_index" ON "rebases" USING btree ("measure_id");
--> statement-breakpoint
CREATE INDEX "reminders_experiment_id_index" ON "reminders" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "review_answers_review_id_index" ON "review_answers" USING btree ("review_id");
--> statement-breakpoint
CREATE INDEX "review_answers_system_id_answered_at_index" ON "review_answers" USING btree ("system_id","answered_at");
--> statement-breakpoint
CREATE INDEX "risk_drafts_experiment_id_index" ON "risk_drafts" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "risks_experiment_id_index" ON "risks" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "standing_permissions_system_id_organisation_id_index" ON "standing_permissions" USING btree ("system_id","organisation_id");
--> statement-breakpoint
CREATE INDEX "standing_uses_experiment_id_index" ON "standing_uses" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "standing_uses_standing_id_index" ON "standing_uses" USING btree ("standing_id");
--> statement-breakpoint
CREATE INDEX "standing_withdrawals_standing_id_index" ON "standing_withdrawals" USING btree ("standing_id");
--> statement-breakpoint
CREATE INDEX "stop_rules_experiment_id_index" ON "stop_rules" USING btree ("experiment_id");
--> statement-breakpoint
CREATE INDEX "stop_rules_measure_id_index" ON "stop_rules" USING btree ("measure_id");
--> statement-breakpoint
CREATE INDEX "team_members_person_id_from_on_experiment_id_index" ON "team_members" USING btree ("person_id","from_on","experiment_id");
--> statement-breakpoint
CREATE INDEX "terms_edits_experiment_id_edited_by_index" ON "terms_edits" USING btree ("experiment_id","edited_by");
--> statement-breakpoint
CREATE INDEX "terms_versions_experiment_id_since_at_index" ON "terms_versions" USING btree ("experiment_id","since_at");
--> statement-breakpoint
CREATE INDEX "uploads_uploaded_by_measure_id_index" ON "uploads" USING btree ("uploaded_by","measure_id");
--> statement-breakpoint
CREATE POLICY "own system only" ON "accepted_conditions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("accepted_conditions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("accepted_conditions"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "answering_periods" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("answering_periods"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("answering_periods"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "board_reviews" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("board_reviews"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("board_reviews"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "board_seats" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("board_seats"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("board_seats"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "boards" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("boards"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("boards"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "carrier_handovers" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("carrier_handovers"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("carrier_handovers"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "chart_notes" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("chart_notes"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("chart_notes"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "conclusions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("conclusions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("conclusions"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "deputies" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("deputies"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("deputies"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "dip_carriers" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("dip_carriers"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("dip_carriers"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "expected_dips" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("expected_dips"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("expected_dips"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "experiment_measures" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("experiment_measures"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("experiment_measures"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "experiment_organisations" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("experiment_organisations"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("experiment_organisations"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "experiment_stages" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("experiment_stages"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("experiment_stages"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "experiment_turns" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("experiment_turns"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("experiment_turns"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "experiments" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("experiments"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("experiments"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "former_titles" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("former_titles"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("former_titles"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "journal" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("journal"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("journal"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "leader_decisions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("leader_decisions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("leader_decisions"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "leader_proposals" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("leader_proposals"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("leader_proposals"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "left_out_points" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("left_out_points"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("left_out_points"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "measure_contributors" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("measure_contributors"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("measure_contributors"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "measures" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("measures"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("measures"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "memberships" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("memberships"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("memberships"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "news" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("news"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("news"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "observations" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("observations"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("observations"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "pause_decisions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("pause_decisions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("pause_decisions"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "pause_fixes" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("pause_fixes"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("pause_fixes"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "pdsa_cycles" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("pdsa_cycles"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("pdsa_cycles"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "period_values" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("period_values"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("period_values"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_answers" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_answers"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_answers"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_bases" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_bases"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_bases"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_drafts" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_drafts"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_drafts"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_endings" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_endings"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_endings"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_replies" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_replies"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_replies"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_requests" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_requests"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_requests"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "permission_withdrawals" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("permission_withdrawals"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("permission_withdrawals"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "rebases" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("rebases"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("rebases"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "reminders" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("reminders"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("reminders"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "review_answers" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("review_answers"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("review_answers"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "risk_carriers" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("risk_carriers"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("risk_carriers"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "risk_drafts" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("risk_drafts"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("risk_drafts"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "risks" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("risks"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("risks"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_confirmations" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_confirmations"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_confirmations"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_permissions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_permissions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_permissions"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_uses" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_uses"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_uses"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "standing_withdrawals" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("standing_withdrawals"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("standing_withdrawals"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "stop_rules" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("stop_rules"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("stop_rules"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "system_organisations" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("system_organisations"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("system_organisations"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "team_members" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("team_members"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("team_members"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "terms_edits" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("terms_edits"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("terms_edits"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "terms_versions" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("terms_versions"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("terms_versions"."system_id" = any ((select current_systems())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own system only" ON "uploads" AS PERMISSIVE FOR ALL TO "leeway_app" USING ("uploads"."system_id" = any ((select current_systems())::uuid[])) WITH CHECK ("uploads"."system_id" = any ((select current_systems())::uuid[]));
