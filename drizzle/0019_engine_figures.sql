-- How late the engine is, and what stands set aside, asked every few seconds by readiness and by the engine itself: each
-- figure is the front of an index, however much waits behind it. (gate.engine_figures stays for the release before.)
CREATE INDEX "escalations_set_aside" ON "escalations" USING btree ("organization_id","set_aside_at") WHERE set_aside_at is not null;
--> statement-breakpoint

-- Sorts and the reading of whole tables are ruled out, because the statistics are of a quiet hour. What a dead worker had
-- in hand is late since its lease ended; "between" leaves no index but the one by state: any other leads through everything.
CREATE FUNCTION gate.engine_lateness()
RETURNS TABLE (name text, state text, amount double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_sort = off SET enable_bitmapscan = off AS $$
  with oldest (kind, at) as (
    select 'delivery', least(
      (select d.next_attempt_at from deliveries d
       where d.state in ('pending', 'failed_temporary') and d.set_aside_at is null and d.next_attempt_at <= app_now()
       order by d.next_attempt_at limit 1),
      (select min(greatest(d.next_attempt_at, d.sending_until)) from deliveries d
       where d.state between 'sending' and 'sending' and d.set_aside_at is null
         and greatest(d.next_attempt_at, d.sending_until) <= app_now()))
    union all
    select 'escalation',
      (select e.next_step_due_at from escalations e where e.next_step_due_at <= app_now() and e.set_aside_at is null
       order by e.next_step_due_at limit 1)
    union all
    select 'digest',
      (select m.due_at from messages m where m.state = 'waiting' and m.due_at <= app_now() order by m.due_at limit 1)
    union all
    select 'handover',
      (select s.next_check_at from on_call_schedules s where s.removed_at is null and s.next_check_at <= app_now()
       order by s.next_check_at limit 1)
  )
  select 'overdue_seconds', o.kind, coalesce(extract(epoch from app_now() - o.at), 0)::double precision from oldest o
  union all
  select 'set_aside', 'delivery', count(*)::double precision from deliveries d where d.set_aside_at is not null
  union all
  select 'set_aside', 'escalation', count(*)::double precision from escalations e where e.set_aside_at is not null
$$;
--> statement-breakpoint

-- How many there are, for metrics alone: counted in indexes, because the tables are many times as large.
CREATE FUNCTION gate.engine_rows()
RETURNS TABLE (name text, state text, amount double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
  select 'deliveries', d.state, count(*)::double precision from deliveries d group by d.state
  union all
  select 'escalations', e.state, count(*)::double precision from escalations e group by e.state
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
--> statement-breakpoint

-- For workers of the release before: what fails for good in their hands begins the next step there and then. So they get
-- no message of an escalation whose policy they cannot read, as they get no step of it (0013).
SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION gate.claim_due_deliveries(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, attempts integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with due as (
    select d.organization_id, d.id from deliveries d
    where d.state in ('pending', 'sending', 'failed_temporary') and d.next_attempt_at <= app_now()
      and (d.claimed_until is null or d.claimed_until <= app_now())
      and (d.state <> 'sending' or d.sending_until <= app_now())
      and d.set_aside_at is null and d.channel = 'email' and d.cause in ('escalation', 'notice')
      and not exists (
        select from escalations e where e.organization_id = d.organization_id and e.id = d.cause_id
          and (jsonb_path_exists(e.policy, '$.steps[*].targets[*] ? (@.type != "contact" && @.type != "account_manager")')
            or jsonb_path_exists(e.policy, '$.steps[*] ? (@.isEveryoneNeeded == true)')))
    order by d.next_attempt_at limit p_limit for update skip locked
  )
  update deliveries d set claimed_until = app_now() + p_lease from due
  where (d.organization_id, d.id) = (due.organization_id, due.id)
  returning d.organization_id, d.id, d.attempts
$$;
--> statement-breakpoint
RESET ROLE;
