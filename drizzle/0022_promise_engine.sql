ALTER TABLE "promises" ADD COLUMN "created_by_id" text;
--> statement-breakpoint
CREATE INDEX "promises_state" ON "promises" USING btree ("organization_id","state","due_at","id");
--> statement-breakpoint
CREATE INDEX "promises_kept_late" ON "promises" USING btree ("organization_id","due_at","id") WHERE state = 'kept' and ended_at > due_at;
--> statement-breakpoint

-- Promises of before have their reminders ahead of them, as next-reminder.ts has it for the answering service's own; the
-- engine counts anew when it comes to them. What broke long ago is told to nobody any more.
UPDATE promises
SET remind_stage = 'ahead', remind_at = due_at - least(greatest((due_at - created_at) / 4, interval '10 minutes'), interval '2 hours')
WHERE state = 'open' and due_at > app_now() - interval '1 day';
--> statement-breakpoint

SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
-- What was due for longer than p_patience and is still not done, oldest first: the engine's own omissions. It may be
-- claimed again at once. Follow-through is one short transaction a row, whoever claimed it; but a pack takes its time, so
-- one that somebody is at is left alone.
CREATE OR REPLACE FUNCTION gate.take_overdue(p_patience interval, p_limit integer)
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
  ),
  late_promises as (
    select r.organization_id, r.id from promises r
    where r.remind_at <= app_now() - p_patience
    order by r.remind_at limit p_limit for update skip locked
  ),
  freed_promises as (
    update promises r set remind_claimed_until = app_now() + interval '20 seconds' from late_promises l
    where (r.organization_id, r.id) = (l.organization_id, l.id)
    returning r.organization_id, r.id, (extract(epoch from r.remind_at) * 1000)::bigint::text as turn
  ),
  late_reports as (
    select r.organization_id, r.id from report_requests r
    where r.remind_at <= app_now() - p_patience
    order by r.remind_at limit p_limit for update skip locked
  ),
  freed_reports as (
    update report_requests r set claimed_until = app_now() + interval '20 seconds' from late_reports l
    where (r.organization_id, r.id) = (l.organization_id, l.id)
    returning r.organization_id, r.id, (extract(epoch from r.remind_at) * 1000)::bigint::text as turn
  ),
  late_packs as (
    select r.organization_id, r.id from incident_packs r
    where r.due_at <= app_now() - p_patience and (r.claimed_until is null or r.claimed_until <= app_now() - p_patience)
    order by r.due_at limit p_limit for update skip locked
  ),
  freed_packs as (
    update incident_packs r set claimed_until = app_now() + interval '120 seconds' from late_packs l
    where (r.organization_id, r.id) = (l.organization_id, l.id)
    returning r.organization_id, r.id, (extract(epoch from r.due_at) * 1000)::bigint::text as turn
  ),
  late_accounts as (
    select r.organization_id, r.id from digest_subscriptions r
    where r.removed_at is null and r.due_at <= app_now() - p_patience
    order by r.due_at limit p_limit for update skip locked
  ),
  freed_accounts as (
    update digest_subscriptions r set claimed_until = app_now() + interval '20 seconds' from late_accounts l
    where (r.organization_id, r.id) = (l.organization_id, l.id)
    returning r.organization_id, r.id, (extract(epoch from r.due_at) * 1000)::bigint::text as turn
  )
  select 'delivery', f.organization_id, f.id, f.attempts::text from freed_deliveries f
  union all
  select 'escalation', f.organization_id, f.id, f.turn from freed_escalations f
  union all
  select 'promise', f.organization_id, f.id, f.turn from freed_promises f
  union all
  select 'report', f.organization_id, f.id, f.turn from freed_reports f
  union all
  select 'pack', f.organization_id, f.id, f.turn from freed_packs f
  union all
  select 'account', f.organization_id, f.id, f.turn from freed_accounts f
$$;
--> statement-breakpoint
-- As of 0019, with follow-through: each figure is the front of an index. A pack that somebody is at is not late.
CREATE OR REPLACE FUNCTION gate.engine_lateness()
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
    union all
    select 'promise', (select r.remind_at from promises r where r.remind_at <= app_now() order by r.remind_at limit 1)
    union all
    select 'report', (select r.remind_at from report_requests r where r.remind_at <= app_now() order by r.remind_at limit 1)
    union all
    select 'pack',
      (select min(greatest(r.due_at, r.claimed_until)) from incident_packs r
       where r.due_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now()))
    union all
    select 'account',
      (select r.due_at from digest_subscriptions r where r.removed_at is null and r.due_at <= app_now()
       order by r.due_at limit 1)
  )
  select 'overdue_seconds', o.kind, coalesce(extract(epoch from app_now() - o.at), 0)::double precision from oldest o
  union all
  select 'set_aside', 'delivery', count(*)::double precision from deliveries d where d.set_aside_at is not null
  union all
  select 'set_aside', 'escalation', count(*)::double precision from escalations e where e.set_aside_at is not null
$$;
--> statement-breakpoint
RESET ROLE;
