CREATE TABLE "caller_updates" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"consent" text NOT NULL,
	"consented_at" timestamp (3) with time zone NOT NULL,
	"recorded_by_id" text NOT NULL,
	"recorded_by_name" text NOT NULL,
	"state" text NOT NULL,
	"escalation_id" uuid,
	"words" text DEFAULT '' NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "caller_updates_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "report_requests" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"escalation_id" uuid NOT NULL,
	"run_from_cycle" integer NOT NULL,
	"person_id" uuid,
	"person_name" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"reminders" integer DEFAULT 0 NOT NULL,
	"remind_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"reported_at" timestamp (3) with time zone,
	"reported_by_name" text,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "report_requests_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "promise_events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"promise_id" uuid NOT NULL,
	"type" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_name" text,
	CONSTRAINT "promise_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "digest_subscriptions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"contact_id" uuid,
	"membership_id" uuid,
	"cadence" text NOT NULL,
	"weekday" smallint,
	"time" text NOT NULL,
	"time_zone" text NOT NULL,
	"least_urgency" text DEFAULT 'routine' NOT NULL,
	"is_sent_empty" boolean DEFAULT false NOT NULL,
	"due_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"told_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "digest_subscriptions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "incident_pack_files" (
	"organization_id" uuid NOT NULL,
	"pack_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"pdf" "bytea" NOT NULL,
	CONSTRAINT "incident_pack_files_organization_id_pack_id_pk" PRIMARY KEY("organization_id","pack_id")
);
--> statement-breakpoint
CREATE TABLE "incident_packs" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"progress" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	"failure" text,
	"content" jsonb,
	"calls" integer,
	"pages" integer,
	"requested_by_id" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "incident_packs_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "call_samples" (
	"organization_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"client_id" uuid,
	"operator_id" uuid NOT NULL,
	"state" text NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"drawn_by_name" text NOT NULL,
	CONSTRAINT "call_samples_organization_id_call_id_pk" PRIMARY KEY("organization_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "call_scores" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"call_id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"operator_name" text NOT NULL,
	"lines" jsonb NOT NULL,
	"percent" integer,
	"words" text NOT NULL,
	"scored_by_id" text NOT NULL,
	"scored_by_name" text NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "call_scores_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "escalation_reviews" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"escalation_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"coaching_note" text DEFAULT '' NOT NULL,
	"operator_id" uuid,
	"reviewed_by_id" text NOT NULL,
	"reviewed_by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"bulk_id" uuid,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "escalation_reviews_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_actions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"escalation_id" uuid,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by_name" text,
	CONSTRAINT "review_actions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "scorecards" (
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "scorecards_organization_id_version_pk" PRIMARY KEY("organization_id","version")
);
--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "rang_again_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "business_hours" jsonb;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "settled_words" jsonb;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "escalation_targets" jsonb DEFAULT '{"routine":{"deliverSeconds":300,"acknowledgeSeconds":14400,"resolveSeconds":172800},"urgent":{"deliverSeconds":60,"acknowledgeSeconds":900,"resolveSeconds":28800},"emergency":{"deliverSeconds":60,"acknowledgeSeconds":300,"resolveSeconds":7200}}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "first_sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "review_state" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "review_wanted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "verdict" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "categories" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "evidence_kind" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "evidence_id" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "replaced_by_id" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "caller_time_zone" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "assigned_to_id" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "assigned_to_name" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "remind_stage" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "remind_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "remind_claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "service_rules" ADD COLUMN "billing_step_seconds" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "service_rules" ADD COLUMN "billing_least_seconds" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "caller_updates" ADD CONSTRAINT "caller_updates_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_requests" ADD CONSTRAINT "report_requests_organization_id_escalation_id_escalations_organization_id_id_fk" FOREIGN KEY ("organization_id","escalation_id") REFERENCES "public"."escalations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_events" ADD CONSTRAINT "promise_events_organization_id_promise_id_promises_organization_id_id_fk" FOREIGN KEY ("organization_id","promise_id") REFERENCES "public"."promises"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_pack_files" ADD CONSTRAINT "incident_pack_files_organization_id_pack_id_incident_packs_organization_id_id_fk" FOREIGN KEY ("organization_id","pack_id") REFERENCES "public"."incident_packs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_packs" ADD CONSTRAINT "incident_packs_organization_id_briefing_id_briefings_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_id") REFERENCES "public"."briefings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_samples" ADD CONSTRAINT "call_samples_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_scores" ADD CONSTRAINT "call_scores_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_reviews" ADD CONSTRAINT "escalation_reviews_organization_id_escalation_id_escalations_organization_id_id_fk" FOREIGN KEY ("organization_id","escalation_id") REFERENCES "public"."escalations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "caller_updates_once" ON "caller_updates" USING btree ("organization_id","call_id");--> statement-breakpoint
CREATE INDEX "caller_updates_state" ON "caller_updates" USING btree ("organization_id","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_requests_once" ON "report_requests" USING btree ("organization_id","escalation_id","run_from_cycle");--> statement-breakpoint
CREATE INDEX "report_requests_remind" ON "report_requests" USING btree ("remind_at") WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX "report_requests_open" ON "report_requests" USING btree ("organization_id","due_at","id") WHERE state in ('open', 'overdue');--> statement-breakpoint
CREATE INDEX "promise_events_promise" ON "promise_events" USING btree ("organization_id","promise_id","id");--> statement-breakpoint
CREATE INDEX "digest_subscriptions_client" ON "digest_subscriptions" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "digest_subscriptions_due" ON "digest_subscriptions" USING btree ("due_at") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "incident_packs_briefing" ON "incident_packs" USING btree ("organization_id","briefing_id","id");--> statement-breakpoint
CREATE INDEX "incident_packs_due" ON "incident_packs" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "call_samples_state" ON "call_samples" USING btree ("organization_id","state","drawn_at","call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "call_scores_call" ON "call_scores" USING btree ("organization_id","call_id");--> statement-breakpoint
CREATE INDEX "call_scores_operator" ON "call_scores" USING btree ("organization_id","operator_id","id");--> statement-breakpoint
CREATE INDEX "call_scores_list" ON "call_scores" USING btree ("organization_id","scored_at","id");--> statement-breakpoint
CREATE INDEX "escalation_reviews_escalation" ON "escalation_reviews" USING btree ("organization_id","escalation_id","id");--> statement-breakpoint
CREATE INDEX "escalation_reviews_operator" ON "escalation_reviews" USING btree ("organization_id","operator_id","id") WHERE coaching_note <> '';--> statement-breakpoint
CREATE INDEX "review_actions_open" ON "review_actions" USING btree ("organization_id","client_id","id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "review_actions_escalation" ON "review_actions" USING btree ("organization_id","escalation_id","id");--> statement-breakpoint
CREATE INDEX "saved_views_screen" ON "saved_views" USING btree ("organization_id","screen","name","id");--> statement-breakpoint
CREATE INDEX "escalations_review" ON "escalations" USING btree ("organization_id","review_state","id");--> statement-breakpoint
CREATE INDEX "escalations_review_client" ON "escalations" USING btree ("organization_id","client_id","review_state","id");--> statement-breakpoint
CREATE INDEX "escalations_started" ON "escalations" USING btree ("organization_id","started_at");--> statement-breakpoint
CREATE INDEX "promises_remind" ON "promises" USING btree ("remind_at") WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX "promises_client_due" ON "promises" USING btree ("organization_id","client_id","due_at","id");--> statement-breakpoint
CREATE INDEX "promises_owner" ON "promises" USING btree ("organization_id","owner_id","due_at","id") WHERE state = 'open';