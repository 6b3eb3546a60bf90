CREATE TABLE "call_desks" (
	"organization_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"client_id" uuid,
	"membership_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_writing" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "call_desks_organization_id_call_id_desk_id_pk" PRIMARY KEY("organization_id","call_id","desk_id")
);
--> statement-breakpoint
CREATE TABLE "call_words" (
	"organization_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"client_id" uuid,
	"ring_at" timestamp (3) with time zone NOT NULL,
	"head" text NOT NULL,
	"log" text DEFAULT '' NOT NULL,
	CONSTRAINT "call_words_organization_id_call_id_pk" PRIMARY KEY("organization_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assignments_organization_id_membership_id_client_id_pk" PRIMARY KEY("organization_id","membership_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"state" text NOT NULL,
	"subject" text NOT NULL,
	"lines" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"released_by_name" text,
	"reviewed_by_id" text,
	"reviewed_by_name" text,
	"review_words" text DEFAULT '' NOT NULL,
	CONSTRAINT "messages_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "call_types" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"name" text NOT NULL,
	"playbook_id" text,
	"intake" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "call_types_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "playbook_versions" (
	"organization_id" uuid NOT NULL,
	"playbook_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "playbook_versions_organization_id_playbook_id_version_pk" PRIMARY KEY("organization_id","playbook_id","version")
);
--> statement-breakpoint
CREATE TABLE "playbooks" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"current_version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "playbooks_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "desk_preferences" (
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"preferences" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "desk_preferences_organization_id_membership_id_pk" PRIMARY KEY("organization_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "service_rules" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"playbook_id" text NOT NULL,
	"service_level_percent" integer NOT NULL,
	"service_level_seconds" integer NOT NULL,
	"abandoned_rule" text NOT NULL,
	"abandoned_after_seconds" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "note_drafts" ADD COLUMN "desk_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "note_drafts" DROP CONSTRAINT "note_drafts_organization_id_call_id_by_id_pk";--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "briefing_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "caller_phone" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "note_drafts" ADD CONSTRAINT "note_drafts_organization_id_call_id_by_id_desk_id_pk" PRIMARY KEY("organization_id","call_id","by_id","desk_id");--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "channel" text DEFAULT 'phone' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "playbook_id" text DEFAULT 'step_back' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "playbook_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "call_type_id" uuid;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "issue" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "apology" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "abuse_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "steps" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "handover_to_id" uuid;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "handover_to_name" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "handover_words" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "handover_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "playbook_id" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "routine_remedies" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "message_rule" jsonb DEFAULT '{"mode":"hold","digestTimes":[],"contactIds":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "has_message_review" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "owner" text DEFAULT 'service' NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "owner_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "rule" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "evidence" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "created_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "languages" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "presences" ADD COLUMN "state" text DEFAULT 'preparing' NOT NULL;--> statement-breakpoint
ALTER TABLE "presences" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "presences" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "presences" ADD COLUMN "ring_tested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "call_desks" ADD CONSTRAINT "call_desks_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_words" ADD CONSTRAINT "call_words_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_call_id_calls_organization_id_id_fk" FOREIGN KEY ("organization_id","call_id") REFERENCES "public"."calls"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_types" ADD CONSTRAINT "call_types_organization_id_client_id_clients_organization_id_client_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_versions" ADD CONSTRAINT "playbook_versions_organization_id_playbook_id_playbooks_organization_id_id_fk" FOREIGN KEY ("organization_id","playbook_id") REFERENCES "public"."playbooks"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_preferences" ADD CONSTRAINT "desk_preferences_organization_id_membership_id_memberships_organization_id_id_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_rules" ADD CONSTRAINT "service_rules_organization_id_organizations_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_desks_seen" ON "call_desks" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "call_words_recent" ON "call_words" USING btree ("organization_id","ring_at","call_id");--> statement-breakpoint
CREATE INDEX "assignments_client" ON "assignments" USING btree ("organization_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("organization_id","call_id","part");--> statement-breakpoint
CREATE INDEX "messages_client" ON "messages" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "messages_state" ON "messages" USING btree ("organization_id","state","id");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "call_types_client" ON "call_types" USING btree ("organization_id","client_id","name");--> statement-breakpoint
CREATE INDEX "calls_operator" ON "calls" USING btree ("organization_id","answered_by_id","client_id");--> statement-breakpoint
CREATE INDEX "calls_ring" ON "calls" USING btree ("organization_id","ring_at");--> statement-breakpoint
CREATE INDEX "promises_call" ON "promises" USING btree ("organization_id","call_id","id");