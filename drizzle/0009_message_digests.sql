-- Who closed the call (somebody else reviews), why a message is held, and which e-mail carried it.
ALTER TABLE "messages" ADD COLUMN "created_by_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "created_by_name" text NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "held_because" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "release_id" uuid;
--> statement-breakpoint
GRANT SELECT (organization_id, id, client_id, state, due_at, claimed_until) ON messages TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (claimed_until) ON messages TO calmline_gate;
--> statement-breakpoint

-- Clients (`id`) whose digest is due; all that is due of them is marked as queued, so that it goes out together.
CREATE FUNCTION gate.claim_due_digests(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with oldest as (
    select m.organization_id, m.client_id from messages m
    where m.state = 'waiting' and m.due_at <= app_now() and (m.claimed_until is null or m.claimed_until <= app_now())
    group by m.organization_id, m.client_id order by min(m.due_at) limit p_limit
  ),
  due as (
    select m.organization_id, m.id from messages m
    join oldest on (oldest.organization_id, oldest.client_id) = (m.organization_id, m.client_id)
    where m.state = 'waiting' and m.due_at <= app_now() and (m.claimed_until is null or m.claimed_until <= app_now())
    order by m.organization_id, m.id for update of m skip locked
  ),
  claimed as (
    update messages m set claimed_until = app_now() + p_lease from due
    where (m.organization_id, m.id) = (due.organization_id, due.id)
    returning m.organization_id, m.client_id, m.due_at
  )
  select c.organization_id, c.client_id, extract(epoch from min(c.due_at))::bigint::text
  from claimed c group by c.organization_id, c.client_id
$$;
--> statement-breakpoint

SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION gate.engine_figures()
RETURNS TABLE (name text, state text, amount double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select 'deliveries', d.state, count(*)::double precision from deliveries d group by d.state
  union all
  select 'escalations', e.state, count(*)::double precision from escalations e group by e.state
  union all
  select 'overdue_seconds', 'delivery', coalesce(extract(epoch from app_now() - min(d.next_attempt_at)), 0)::double precision
  from deliveries d where d.state in ('pending', 'sending', 'failed_temporary') and d.next_attempt_at <= app_now()
  union all
  select 'overdue_seconds', 'escalation', coalesce(extract(epoch from app_now() - min(e.next_step_due_at)), 0)::double precision
  from escalations e where e.next_step_due_at <= app_now()
  union all
  select 'overdue_seconds', 'digest', coalesce(extract(epoch from app_now() - min(m.due_at)), 0)::double precision
  from messages m where m.state = 'waiting' and m.due_at <= app_now()
$$;
--> statement-breakpoint
RESET ROLE;
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
