CREATE TABLE "briefing_readings" (
	"organization_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "briefing_readings_organization_id_version_id_membership_id_pk" PRIMARY KEY("organization_id","version_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "statement_withdrawals" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"correction" text,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "statement_withdrawals_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "wording_approvals" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "wording_approvals_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "overflow_windows" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by_name" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by_name" text,
	CONSTRAINT "overflow_windows_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "promise_tries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"promise_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"note" text NOT NULL,
	"said" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "promise_tries_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"cause_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"what" text NOT NULL,
	"before" text NOT NULL,
	"wording_key" text,
	"caller_name" text NOT NULL,
	"caller_phone" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"claimed_by_id" text,
	"claimed_by_name" text,
	"next_try_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promises_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_by_name" text NOT NULL,
	"answer_item_id" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by_name" text,
	CONSTRAINT "questions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "recalls" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"withdrawal_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"call_back" boolean NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recalls_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "briefing_sources" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_received_at" timestamp (3) with time zone,
	CONSTRAINT "briefing_sources_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "surges" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"state" text NOT NULL,
	"calls" integer NOT NULL,
	"words" jsonb NOT NULL,
	"detected_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by_name" text,
	"briefing_id" uuid,
	CONSTRAINT "surges_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presences_organization_id_membership_id_pk" PRIMARY KEY("organization_id","membership_id")
);
--> statement-breakpoint
DROP INDEX "told_statements_statement";--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "review" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "submitted_by_id" text;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "submitted_by_name" text;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "reviewed_by_name" text;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "review_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "unapproved_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "source_id" uuid;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "source_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "remind_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "briefings" ADD COLUMN "claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "told_statements" ADD COLUMN "briefing_id" uuid;--> statement-breakpoint
UPDATE "told_statements" t SET "briefing_id" = v."briefing_id" FROM "briefing_versions" v
  WHERE (v."organization_id", v."id") = (t."organization_id", t."briefing_version_id");--> statement-breakpoint
ALTER TABLE "told_statements" ALTER COLUMN "briefing_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "told_statements" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "told_statements" ADD COLUMN "is_after_withdrawal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "approval_rule" text DEFAULT 'author' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "cause" text DEFAULT 'escalation' NOT NULL;--> statement-breakpoint
ALTER TABLE "briefing_readings" ADD CONSTRAINT "briefing_readings_organization_id_version_id_briefing_versions_organization_id_id_fk" FOREIGN KEY ("organization_id","version_id") REFERENCES "public"."briefing_versions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_withdrawals" ADD CONSTRAINT "statement_withdrawals_organization_id_briefing_id_briefings_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_id") REFERENCES "public"."briefings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wording_approvals" ADD CONSTRAINT "wording_approvals_organization_id_briefing_id_briefings_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_id") REFERENCES "public"."briefings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overflow_windows" ADD CONSTRAINT "overflow_windows_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_tries" ADD CONSTRAINT "promise_tries_organization_id_promise_id_promises_organization_id_id_fk" FOREIGN KEY ("organization_id","promise_id") REFERENCES "public"."promises"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_id_notes_organization_id_id_fk" FOREIGN KEY ("organization_id","id") REFERENCES "public"."notes"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_briefing_id_briefings_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_id") REFERENCES "public"."briefings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_organization_id_withdrawal_id_statement_withdrawals_organization_id_id_fk" FOREIGN KEY ("organization_id","withdrawal_id") REFERENCES "public"."statement_withdrawals"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_sources" ADD CONSTRAINT "briefing_sources_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surges" ADD CONSTRAINT "surges_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "briefing_readings_reader" ON "briefing_readings" USING btree ("organization_id","membership_id","briefing_id","version");--> statement-breakpoint
CREATE INDEX "statement_withdrawals_briefing" ON "statement_withdrawals" USING btree ("organization_id","briefing_id","at");--> statement-breakpoint
CREATE INDEX "statement_withdrawals_statement" ON "statement_withdrawals" USING btree ("organization_id","statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wording_approvals_once" ON "wording_approvals" USING btree ("organization_id","briefing_id","key","kind",md5("text"));--> statement-breakpoint
CREATE INDEX "overflow_windows_open" ON "overflow_windows" USING btree ("organization_id","ends_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "overflow_windows_client" ON "overflow_windows" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "promise_tries_promise" ON "promise_tries" USING btree ("organization_id","promise_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "promises_once" ON "promises" USING btree ("organization_id","cause_id","caller_phone");--> statement-breakpoint
CREATE INDEX "promises_open" ON "promises" USING btree ("organization_id","due_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "promises_client" ON "promises" USING btree ("organization_id","client_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "questions_briefing" ON "questions" USING btree ("organization_id","briefing_id","state","group_id");--> statement-breakpoint
CREATE INDEX "questions_group" ON "questions" USING btree ("organization_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_once" ON "questions" USING btree ("organization_id","call_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "recalls_withdrawal" ON "recalls" USING btree ("organization_id","withdrawal_id");--> statement-breakpoint
CREATE INDEX "recalls_briefing" ON "recalls" USING btree ("organization_id","briefing_id","id");--> statement-breakpoint
CREATE INDEX "recalls_statement" ON "recalls" USING btree ("organization_id","statement_id");--> statement-breakpoint
CREATE INDEX "recalls_client" ON "recalls" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "briefing_sources_id" ON "briefing_sources" USING btree ("id");--> statement-breakpoint
CREATE INDEX "briefing_sources_client" ON "briefing_sources" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "surges_open" ON "surges" USING btree ("organization_id","client_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "surges_client" ON "surges" USING btree ("organization_id","client_id","detected_at");--> statement-breakpoint
CREATE INDEX "presences_seen" ON "presences" USING btree ("organization_id","seen_at");--> statement-breakpoint
CREATE INDEX "briefings_outstanding" ON "briefings" USING btree ("organization_id","id") WHERE review = 'submitted' or unapproved_since is not null;--> statement-breakpoint
CREATE INDEX "briefings_remind" ON "briefings" USING btree ("remind_at") WHERE remind_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "briefings_external" ON "briefings" USING btree ("organization_id","source_id","external_id");--> statement-breakpoint
CREATE INDEX "told_statements_briefing" ON "told_statements" USING btree ("organization_id","briefing_id","at","call_id","statement_id");--> statement-breakpoint
CREATE INDEX "told_statements_statement" ON "told_statements" USING btree ("organization_id","statement_id","call_id");