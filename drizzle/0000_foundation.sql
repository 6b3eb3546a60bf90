CREATE TABLE "clock_offset" (
	"is_only" boolean NOT NULL,
	"milliseconds" integer NOT NULL,
	CONSTRAINT "clock_offset_is_only_pk" PRIMARY KEY("is_only")
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"worker" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_entries_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "briefing_versions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by_id" text NOT NULL,
	"published_by_name" text NOT NULL,
	CONSTRAINT "briefing_versions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "briefings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"state" text NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_revision" integer NOT NULL,
	"published_revision" integer NOT NULL,
	"current_version" integer NOT NULL,
	"published_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by_name" text NOT NULL,
	CONSTRAINT "briefings_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "call_events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"call_id" uuid NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "call_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"source" text NOT NULL,
	"provider_call_id" text,
	"dnis" text NOT NULL,
	"ani" text NOT NULL,
	"is_ani_valid" boolean NOT NULL,
	"route_reason" text NOT NULL,
	"answer_phrase" text NOT NULL,
	"did_label" text,
	"briefing_id" uuid,
	"briefing_version_id" uuid,
	"ring_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by_id" uuid,
	"answered_by_name" text,
	"is_held" boolean DEFAULT false NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"abandoned_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"state" text GENERATED ALWAYS AS (case
          when closed_at is not null then 'closed'
          when abandoned_at is not null and answered_at is null then 'abandoned'
          when ended_at is not null and answered_at is null then 'abandoned'
          when ended_at is not null then 'wrap_up'
          when answered_at is not null then 'live'
          else 'ringing' end) STORED NOT NULL,
	"caller_name" text DEFAULT '' NOT NULL,
	"caller_phone" text,
	"mood_at_start" text,
	"mood" text,
	"urgency" text DEFAULT 'routine' NOT NULL,
	"requested_solution" text DEFAULT '' NOT NULL,
	"intake" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"read_back" text,
	"disposition" text,
	CONSTRAINT "calls_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "note_drafts" (
	"organization_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"by_id" text NOT NULL,
	"client_id" uuid,
	"text" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "note_drafts_organization_id_call_id_by_id_pk" PRIMARY KEY("organization_id","call_id","by_id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"corrects_note_id" uuid,
	CONSTRAINT "notes_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "told_statements" (
	"organization_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"briefing_version_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"client_id" uuid,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "told_statements_organization_id_call_id_briefing_version_id_statement_id_pk" PRIMARY KEY("organization_id","call_id","briefing_version_id","statement_id")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"organization_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"account_info" text NOT NULL,
	"greeting" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clients_organization_id_client_id_pk" PRIMARY KEY("organization_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "contact_methods" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "contact_methods_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "contacts_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "escalation_events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"escalation_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"words" text NOT NULL,
	"by_name" text,
	CONSTRAINT "escalation_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "escalation_policies" (
	"organization_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"policy" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by_name" text NOT NULL,
	CONSTRAINT "escalation_policies_organization_id_client_id_pk" PRIMARY KEY("organization_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"call_id" uuid,
	"state" text NOT NULL,
	"urgency" text NOT NULL,
	"summary" text NOT NULL,
	"policy" jsonb NOT NULL,
	"cycle" integer NOT NULL,
	"step" integer NOT NULL,
	"next_step_due_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by_id" text NOT NULL,
	"started_by_name" text NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by_name" text,
	"acknowledged_via" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "escalations_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "live_events" (
	"organization_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "live_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"client_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "live_events_organization_id_seq_pk" PRIMARY KEY("organization_id","seq")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"delivery_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"provider_id" text,
	"failure" text,
	CONSTRAINT "attempts_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"cause_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"step" integer NOT NULL,
	"method_id" uuid NOT NULL,
	"recipient_name" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"message" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"sending_until" timestamp (3) with time zone,
	"is_possibly_duplicated" boolean DEFAULT false NOT NULL,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "dids" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" text NOT NULL,
	"label" text NOT NULL,
	"answer_phrase" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dids_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "telephony_connections" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "telephony_connections_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "credentials_organization_id_membership_id_pk" PRIMARY KEY("organization_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organization_id" uuid NOT NULL,
	"api_key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"client_id" uuid,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_organization_id_api_key_id_key_pk" PRIMARY KEY("organization_id","api_key_id","key")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "memberships_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"membership_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "sessions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "briefing_versions" ADD CONSTRAINT "briefing_versions_organization_id_briefing_id_briefings_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_id") REFERENCES "public"."briefings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefings" ADD CONSTRAINT "briefings_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_events" ADD CONSTRAINT "call_events_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_organization_id_briefing_version_id_briefing_versions_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_version_id") REFERENCES "public"."briefing_versions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_drafts" ADD CONSTRAINT "note_drafts_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_statements" ADD CONSTRAINT "told_statements_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_statements" ADD CONSTRAINT "told_statements_organization_id_briefing_version_id_briefing_versions_organization_id_id_fk" FOREIGN KEY ("organization_id","briefing_version_id") REFERENCES "public"."briefing_versions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_organization_id_organizations_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD CONSTRAINT "contact_methods_organization_id_contact_id_contacts_organization_id_id_fk" FOREIGN KEY ("organization_id","contact_id") REFERENCES "public"."contacts"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_events" ADD CONSTRAINT "escalation_events_organization_id_escalation_id_escalations_organization_id_id_fk" FOREIGN KEY ("organization_id","escalation_id") REFERENCES "public"."escalations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_policies" ADD CONSTRAINT "escalation_policies_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_organization_id_delivery_id_deliveries_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."deliveries"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dids" ADD CONSTRAINT "dids_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telephony_connections" ADD CONSTRAINT "telephony_connections_organization_id_organizations_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_organizations_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("organization_id","subject_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "briefing_versions_number" ON "briefing_versions" USING btree ("organization_id","briefing_id","version");--> statement-breakpoint
CREATE INDEX "briefings_client" ON "briefings" USING btree ("organization_id","client_id","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "call_events_once" ON "call_events" USING btree ("organization_id","call_id","type","at");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_provider_call" ON "calls" USING btree ("organization_id","provider_call_id","source");--> statement-breakpoint
CREATE INDEX "calls_client" ON "calls" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "calls_briefing" ON "calls" USING btree ("organization_id","briefing_id","id");--> statement-breakpoint
CREATE INDEX "calls_caller" ON "calls" USING btree ("organization_id","ani","ring_at");--> statement-breakpoint
CREATE INDEX "calls_open" ON "calls" USING btree ("organization_id","state","ring_at") WHERE state in ('ringing', 'live', 'wrap_up');--> statement-breakpoint
CREATE INDEX "notes_call" ON "notes" USING btree ("organization_id","call_id","at","id");--> statement-breakpoint
CREATE INDEX "told_statements_statement" ON "told_statements" USING btree ("organization_id","statement_id");--> statement-breakpoint
CREATE INDEX "clients_name" ON "clients" USING btree ("organization_id","name","client_id");--> statement-breakpoint
CREATE INDEX "contact_methods_contact" ON "contact_methods" USING btree ("organization_id","contact_id","position");--> statement-breakpoint
CREATE INDEX "contacts_client" ON "contacts" USING btree ("organization_id","client_id","name","id");--> statement-breakpoint
CREATE INDEX "escalation_events_escalation" ON "escalation_events" USING btree ("organization_id","escalation_id","id");--> statement-breakpoint
CREATE INDEX "escalations_due" ON "escalations" USING btree ("next_step_due_at") WHERE next_step_due_at is not null;--> statement-breakpoint
CREATE INDEX "escalations_list" ON "escalations" USING btree ("organization_id","state","id");--> statement-breakpoint
CREATE INDEX "escalations_client" ON "escalations" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "escalations_call" ON "escalations" USING btree ("organization_id","call_id");--> statement-breakpoint
CREATE INDEX "escalations_starter" ON "escalations" USING btree ("organization_id","started_by_id","state");--> statement-breakpoint
CREATE INDEX "live_events_seq" ON "live_events" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "live_events_resume" ON "live_events" USING btree ("organization_id","transaction_id");--> statement-breakpoint
CREATE INDEX "live_events_at" ON "live_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number" ON "attempts" USING btree ("organization_id","delivery_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("organization_id","cause_id","cycle","step","method_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("next_attempt_at") WHERE state in ('pending', 'sending', 'failed_temporary');--> statement-breakpoint
CREATE INDEX "deliveries_state" ON "deliveries" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "dids_number" ON "dids" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "dids_client" ON "dids" USING btree ("organization_id","client_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "telephony_connections_id" ON "telephony_connections" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_email" ON "memberships" USING btree ("organization_id",lower("email"));--> statement-breakpoint
CREATE INDEX "memberships_sign_in" ON "memberships" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "memberships_role" ON "memberships" USING btree ("organization_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_id" ON "sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "sessions_membership" ON "sessions" USING btree ("organization_id","membership_id","id");