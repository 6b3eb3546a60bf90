ALTER TABLE "briefings" ADD COLUMN "source_revision" integer;--> statement-breakpoint
CREATE INDEX "calls_client_ring" ON "calls" USING btree ("organization_id","client_id","ring_at");