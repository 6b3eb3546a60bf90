-- What account managers look through: verdicts that were given, and messages in which something was found. Neither index
-- holds a row before somebody has looked at it, so that the engine writes no more than before.
CREATE INDEX "escalations_verdict" ON "escalations" USING btree ("organization_id","verdict","id") WHERE verdict is not null;
--> statement-breakpoint
CREATE INDEX "messages_faulty" ON "messages" USING btree ("organization_id","id") WHERE categories <> '[]'::jsonb;
--> statement-breakpoint
CREATE INDEX "review_actions_list" ON "review_actions" USING btree ("organization_id","id") WHERE done_at is null;
--> statement-breakpoint
-- Whoever is coached has the last word (src/domain/coaching/answer-review.ts).
ALTER TABLE "escalation_reviews" ADD COLUMN "answer" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "escalation_reviews" ADD COLUMN "answered_at" timestamp (3) with time zone;
