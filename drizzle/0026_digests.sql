-- Somebody has one account of each kind: set again it is changed, also by two who set it at the same moment.
CREATE UNIQUE INDEX "digest_subscriptions_once" ON "digest_subscriptions" USING btree ("organization_id",coalesce(membership_id, contact_id),"cadence",coalesce(client_id, organization_id)) WHERE removed_at is null;
