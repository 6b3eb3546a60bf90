-- Whether a caller rang again within a day: of calls from before it was written down as they come in.
UPDATE calls c SET rang_again_at = again.at
FROM (
  SELECT organization_id, id, ring_at,
    lead(ring_at) OVER (PARTITION BY organization_id, ani, client_id ORDER BY ring_at, id) AS at
  FROM calls WHERE is_ani_valid
) again
WHERE c.organization_id = again.organization_id AND c.id = again.id
  AND again.at <= again.ring_at + interval '24 hours';
--> statement-breakpoint

-- Reports read the rows of their days off one index that holds all they ask for, without a visit to the table. Each takes
-- the place of the index of the same name, whose columns it begins with.
DROP INDEX calls_ring;
--> statement-breakpoint
CREATE INDEX calls_ring ON calls (organization_id, ring_at) INCLUDE (client_id, answered_at, ended_at, closed_at,
  abandoned_at, channel, id, playbook_id, briefing_id, answered_by_id, mood_at_start, mood, abuse_count, is_ani_valid,
  rang_again_at);
--> statement-breakpoint
DROP INDEX escalations_started;
--> statement-breakpoint
CREATE INDEX escalations_started ON escalations (organization_id, started_at) INCLUDE (client_id, acknowledged_at);
--> statement-breakpoint
DROP INDEX promises_due;
--> statement-breakpoint
CREATE INDEX promises_due ON promises (organization_id, due_at, id) INCLUDE (client_id, state, ended_at);
--> statement-breakpoint
CREATE INDEX promises_given ON promises (organization_id, created_at) INCLUDE (call_id, reason, state);
--> statement-breakpoint

-- Such an index saves the visit only where a vacuum has seen that all rows of a page are settled. By the usual settings a
-- table of a million calls would wait for two hundred thousand changes: this is every second day of a busy service.
ALTER TABLE calls SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.01);
--> statement-breakpoint
ALTER TABLE escalations SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.01);
--> statement-breakpoint
ALTER TABLE promises SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.01);
--> statement-breakpoint

-- No two calls ring at one instant, but reports group them by the day, and by how long they lasted. Taking every call for a
-- group of its own, the planner would have one process count what all hand to it: told of some hundred groups, each of
-- several counts its part (of a million calls in 1.0 instead of 1.6 s on a busy machine). Nothing compares these instants
-- for being equal.
ALTER TABLE calls ALTER COLUMN ring_at SET (n_distinct = 100), ALTER COLUMN answered_at SET (n_distinct = 20),
  ALTER COLUMN ended_at SET (n_distinct = 20);
--> statement-breakpoint

-- By which rules figures are counted: for a client's people too, from whom the table itself is walled off.
GRANT SELECT (organization_id, playbook_id, service_level_percent, service_level_seconds, abandoned_rule,
  abandoned_after_seconds, billing_step_seconds, billing_least_seconds) ON service_rules TO calmline_gate;
--> statement-breakpoint
CREATE FUNCTION gate.stated_rules()
RETURNS TABLE (playbook_id text, service_level_percent integer, service_level_seconds integer, abandoned_rule text,
  abandoned_after_seconds integer, billing_step_seconds integer, billing_least_seconds integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select r.playbook_id, r.service_level_percent, r.service_level_seconds, r.abandoned_rule, r.abandoned_after_seconds,
    r.billing_step_seconds, r.billing_least_seconds
  from service_rules r
  where r.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
$$;
--> statement-breakpoint

DO $$
declare
  signature regprocedure;
begin
  for signature in select p.oid from pg_proc p where p.pronamespace = 'gate'::regnamespace
    and p.proowner = current_user::regrole loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to calmline_app', signature);
    execute format('alter function %s owner to calmline_gate', signature);
  end loop;
end $$;
