GRANT SELECT (set_aside_at, faults), UPDATE (faults, set_aside_at, set_aside_because, next_attempt_at, claimed_until, sending_until) ON deliveries TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (set_aside_at, faults), UPDATE (faults, set_aside_at, set_aside_because, claimed_until) ON escalations TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, client_id, state, due_at, claimed_until) ON messages TO calmline_gate;
--> statement-breakpoint
GRANT SELECT ON engine_audits TO calmline_gate;
--> statement-breakpoint
GRANT DELETE ON engine_audits TO calmline_gate;
--> statement-breakpoint

-- A fault of our own while a row was handled. The row waits 5, 10, 20 and 40 seconds; the fifth fault sets it aside, so that
-- it holds up nobody. True: this was the fifth.
CREATE FUNCTION gate.note_fault(p_kind text, p_organization uuid, p_id uuid, p_words text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare
  so_far integer;
  pause interval;
begin
  if p_kind = 'delivery' then
    update deliveries set faults = faults + 1
    where organization_id = p_organization and id = p_id and set_aside_at is null returning faults into so_far;
  else
    update escalations set faults = faults + 1
    where organization_id = p_organization and id = p_id and set_aside_at is null returning faults into so_far;
  end if;
  if so_far is null then return false; end if;
  pause := make_interval(secs => 5 * 2 ^ least(so_far - 1, 3));
  if p_kind = 'delivery' then
    update deliveries
    set claimed_until = app_now() + pause,
        set_aside_at = case when so_far >= 5 then app_now() end,
        set_aside_because = case when so_far >= 5 then left(p_words, 500) end
    where organization_id = p_organization and id = p_id;
  else
    update escalations
    set claimed_until = app_now() + pause,
        set_aside_at = case when so_far >= 5 then app_now() end,
        set_aside_because = case when so_far >= 5 then left(p_words, 500) end
    where organization_id = p_organization and id = p_id;
  end if;
  return so_far >= 5;
end $$;
--> statement-breakpoint

-- What was due for longer than p_patience and is still not done, oldest first: the engine's own omissions. It may be
-- claimed again at once.
CREATE FUNCTION gate.take_overdue(p_patience interval, p_limit integer)
RETURNS TABLE (kind text, organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with late_deliveries as (
    select d.organization_id, d.id, d.attempts from deliveries d
    where d.state in ('pending', 'sending', 'failed_temporary') and d.set_aside_at is null
      and d.next_attempt_at <= app_now() - p_patience
      and (d.state <> 'sending' or d.sending_until <= app_now() - p_patience)
      and (d.faults = 0 or d.claimed_until is null or d.claimed_until <= app_now())
    order by d.next_attempt_at limit p_limit for update skip locked
  ),
  freed_deliveries as (
    update deliveries d set claimed_until = app_now() + interval '20 seconds' from late_deliveries l
    where (d.organization_id, d.id) = (l.organization_id, l.id)
    returning d.organization_id, d.id, d.attempts
  ),
  late_escalations as (
    select e.organization_id, e.id from escalations e
    where e.next_step_due_at <= app_now() - p_patience and e.set_aside_at is null
      and (e.faults = 0 or e.claimed_until is null or e.claimed_until <= app_now())
    order by e.next_step_due_at limit p_limit for update skip locked
  ),
  freed_escalations as (
    update escalations e set claimed_until = app_now() + interval '20 seconds' from late_escalations l
    where (e.organization_id, e.id) = (l.organization_id, l.id)
    returning e.organization_id, e.id, e.cycle || '.' || e.step as turn
  )
  select 'delivery', f.organization_id, f.id, f.attempts::text from freed_deliveries f
  union all
  select 'escalation', f.organization_id, f.id, f.turn from freed_escalations f
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
  select 'overdue_seconds', 'delivery', coalesce(extract(epoch from app_now() - min(
      case when d.state = 'sending' then greatest(d.next_attempt_at, d.sending_until) else d.next_attempt_at end)), 0)::double precision
  from deliveries d
  where d.state in ('pending', 'sending', 'failed_temporary') and d.set_aside_at is null and d.next_attempt_at <= app_now()
    and (d.state <> 'sending' or d.sending_until <= app_now())
  union all
  select 'overdue_seconds', 'escalation', coalesce(extract(epoch from app_now() - min(e.next_step_due_at)), 0)::double precision
  from escalations e where e.next_step_due_at <= app_now() and e.set_aside_at is null
  union all
  select 'overdue_seconds', 'digest', coalesce(extract(epoch from app_now() - min(m.due_at)), 0)::double precision
  from messages m where m.state = 'waiting' and m.due_at <= app_now()
  union all
  select 'overdue_seconds', 'handover', coalesce(extract(epoch from app_now() - min(s.next_check_at)), 0)::double precision
  from on_call_schedules s where s.removed_at is null and s.next_check_at <= app_now()
  union all
  select 'set_aside', 'delivery', count(*)::double precision from deliveries d where d.set_aside_at is not null
  union all
  select 'set_aside', 'escalation', count(*)::double precision from escalations e where e.set_aside_at is not null
  union all
  select 'audit', 'age_seconds', coalesce(extract(epoch from app_now() - max(a.at)), -1)::double precision from engine_audits a
  union all
  select 'audit', 'requeued', coalesce(sum(a.requeued), 0)::double precision from engine_audits a
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION gate.prune() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  delete from live_events where at < app_now() - interval '1 day';
  delete from idempotency_keys where created_at < app_now() - interval '1 day';
  delete from heartbeats where at < app_now() - interval '1 day';
  delete from presences where seen_at < app_now() - interval '1 day';
  delete from call_desks where seen_at < app_now() - interval '1 day';
  delete from engine_audits where at < app_now() - interval '1 day';
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
