CREATE INDEX "contacts_calendar_key" ON "contacts" USING btree ("calendar_key") WHERE calendar_key is not null;--> statement-breakpoint
CREATE INDEX "deliveries_endpoint" ON "deliveries" USING btree ("organization_id","method_id","id") WHERE cause = 'event';
