CREATE TABLE "engine_audits" (
	"at" timestamp (3) with time zone PRIMARY KEY NOT NULL,
	"overdue" integer NOT NULL,
	"requeued" integer NOT NULL,
	"set_aside" integer NOT NULL,
	"oldest_seconds" integer NOT NULL,
	"worker" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "escalation_acknowledgements" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"escalation_id" uuid NOT NULL,
	"run_from_cycle" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "escalation_acknowledgements_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"channel" text NOT NULL,
	"provider_id" text NOT NULL,
	"from_address" text NOT NULL,
	"text" text NOT NULL,
	"delivery_id" uuid,
	"cause_id" uuid,
	"outcome" text NOT NULL,
	"answer" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbound_messages_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"membership_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"keys" jsonb NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone,
	CONSTRAINT "push_subscriptions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "reply_codes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"phone" text NOT NULL,
	"code" integer NOT NULL,
	"delivery_id" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "reply_codes_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"url" text NOT NULL,
	"events" jsonb NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_endpoints_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "client_holidays" (
	"organization_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"date" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "client_holidays_organization_id_client_id_date_pk" PRIMARY KEY("organization_id","client_id","date")
);
--> statement-breakpoint
CREATE TABLE "on_call_coverages" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"shifts" jsonb NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "on_call_coverages_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "on_call_overrides" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"contact_id" uuid,
	"replaced_contact_id" uuid,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "on_call_overrides_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "on_call_schedules" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"rotations" jsonb NOT NULL,
	"is_handover_told" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"next_check_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"last_on_call" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"gaps_told_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "on_call_schedules_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "delay_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "sealed_secret" text;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "verified_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "code_hash" text;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "code_sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "code_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "stopped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD COLUMN "failed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "quiet_hours" jsonb;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "membership_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "replaced_by_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "calendar_key" text;--> statement-breakpoint
ALTER TABLE "escalation_policies" ADD COLUMN "by_urgency" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "run_from_cycle" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "set_aside_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "set_aside_because" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "report" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "report_words" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "reported_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "recipient_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "waits_for" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "priority" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "bundle_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "delivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "set_aside_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "set_aside_because" text;--> statement-breakpoint
ALTER TABLE "escalation_acknowledgements" ADD CONSTRAINT "escalation_acknowledgements_organization_id_escalation_id_escalations_organization_id_id_fk" FOREIGN KEY ("organization_id","escalation_id") REFERENCES "public"."escalations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_codes" ADD CONSTRAINT "reply_codes_organization_id_delivery_id_deliveries_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."deliveries"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_holidays" ADD CONSTRAINT "client_holidays_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_call_coverages" ADD CONSTRAINT "on_call_coverages_organization_id_schedule_id_on_call_schedules_organization_id_id_fk" FOREIGN KEY ("organization_id","schedule_id") REFERENCES "public"."on_call_schedules"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_call_overrides" ADD CONSTRAINT "on_call_overrides_organization_id_schedule_id_on_call_schedules_organization_id_id_fk" FOREIGN KEY ("organization_id","schedule_id") REFERENCES "public"."on_call_schedules"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_call_schedules" ADD CONSTRAINT "on_call_schedules_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "escalation_acknowledgements_once" ON "escalation_acknowledgements" USING btree ("organization_id","escalation_id","run_from_cycle","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_messages_once" ON "inbound_messages" USING btree ("organization_id","channel","provider_id");--> statement-breakpoint
CREATE INDEX "inbound_messages_from" ON "inbound_messages" USING btree ("organization_id","from_address","at");--> statement-breakpoint
CREATE INDEX "inbound_messages_cause" ON "inbound_messages" USING btree ("organization_id","cause_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "push_subscriptions_endpoint" ON "push_subscriptions" USING btree ("organization_id","endpoint");--> statement-breakpoint
CREATE INDEX "push_subscriptions_member" ON "push_subscriptions" USING btree ("organization_id","membership_id");--> statement-breakpoint
CREATE INDEX "reply_codes_phone" ON "reply_codes" USING btree ("phone","code","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_codes_delivery" ON "reply_codes" USING btree ("organization_id","delivery_id");--> statement-breakpoint
CREATE INDEX "webhook_endpoints_live" ON "webhook_endpoints" USING btree ("organization_id","id") WHERE disabled_at is null;--> statement-breakpoint
CREATE INDEX "on_call_coverages_schedule" ON "on_call_coverages" USING btree ("organization_id","schedule_id","ends_at");--> statement-breakpoint
CREATE INDEX "on_call_overrides_schedule" ON "on_call_overrides" USING btree ("organization_id","schedule_id","ends_at");--> statement-breakpoint
CREATE INDEX "on_call_schedules_client" ON "on_call_schedules" USING btree ("organization_id","client_id","name","id");--> statement-breakpoint
CREATE INDEX "on_call_schedules_due" ON "on_call_schedules" USING btree ("next_check_at") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "contact_methods_address" ON "contact_methods" USING btree ("address");--> statement-breakpoint
CREATE INDEX "escalations_fair" ON "escalations" USING btree ("organization_id","next_step_due_at","id") WHERE next_step_due_at is not null and set_aside_at is null;--> statement-breakpoint
CREATE INDEX "deliveries_fair" ON "deliveries" USING btree ("organization_id","priority","next_attempt_at","id") WHERE state in ('pending', 'sending', 'failed_temporary') and set_aside_at is null;--> statement-breakpoint
CREATE INDEX "deliveries_address" ON "deliveries" USING btree ("organization_id","channel","address","next_attempt_at") WHERE state in ('pending', 'failed_temporary');--> statement-breakpoint
CREATE INDEX "deliveries_bundle" ON "deliveries" USING btree ("organization_id","bundle_id") WHERE bundle_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_inbox" ON "deliveries" USING btree ("organization_id","method_id","id") WHERE channel = 'app';--> statement-breakpoint
CREATE INDEX "deliveries_set_aside" ON "deliveries" USING btree ("organization_id","set_aside_at") WHERE set_aside_at is not null;