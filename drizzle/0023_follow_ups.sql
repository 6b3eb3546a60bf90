-- Which message was answered (its page takes the report), what the engine still has to tell a caller, and STOP.
ALTER TABLE "report_requests" ADD COLUMN "delivery_id" uuid;--> statement-breakpoint
ALTER TABLE "caller_updates" ADD COLUMN "tell_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "caller_updates" ADD COLUMN "claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "caller_updates" ADD COLUMN "stopped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "settled_words_proposed" jsonb;--> statement-breakpoint
CREATE INDEX "report_requests_due" ON "report_requests" USING btree ("organization_id","due_at","id");--> statement-breakpoint
CREATE INDEX "report_requests_client" ON "report_requests" USING btree ("organization_id","client_id","due_at","id");--> statement-breakpoint
CREATE INDEX "caller_updates_client" ON "caller_updates" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "caller_updates_client_state" ON "caller_updates" USING btree ("organization_id","client_id","state","id");--> statement-breakpoint
CREATE INDEX "caller_updates_address" ON "caller_updates" USING btree ("address") WHERE channel = 'sms';--> statement-breakpoint
CREATE INDEX "caller_updates_tell" ON "caller_updates" USING btree ("tell_at") WHERE tell_at is not null;
--> statement-breakpoint
GRANT SELECT (organization_id, id, client_id, channel, address, told_at, tell_at, claimed_until, stopped_at), UPDATE (claimed_until, stopped_at) ON caller_updates TO calmline_gate;
--> statement-breakpoint

SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
-- Contacts who are to be reminded of their report, and callers who are to be told that their matter is settled: one
-- queue, of each tenant in turn.
CREATE OR REPLACE FUNCTION gate.claim_due_reports(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fair as (
    select r.organization_id, r.id, r.remind_at,
      row_number() over (partition by r.organization_id order by r.remind_at, r.id) as place
    from report_requests r
    where r.remind_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now())
  ),
  due as (
    select r.organization_id, r.id from report_requests r
    join (select f.organization_id, f.id from fair f order by f.place, f.remind_at limit p_limit) chosen
      on (chosen.organization_id, chosen.id) = (r.organization_id, r.id)
    where r.remind_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now())
    for update of r skip locked
  ),
  requests as (
    update report_requests r set claimed_until = app_now() + p_lease from due
    where (r.organization_id, r.id) = (due.organization_id, due.id)
    returning r.organization_id, r.id, (extract(epoch from r.remind_at) * 1000)::bigint::text as turn
  ),
  fair_callers as (
    select u.organization_id, u.id, u.tell_at,
      row_number() over (partition by u.organization_id order by u.tell_at, u.id) as place
    from caller_updates u
    where u.tell_at <= app_now() and (u.claimed_until is null or u.claimed_until <= app_now())
  ),
  due_callers as (
    select u.organization_id, u.id from caller_updates u
    join (select f.organization_id, f.id from fair_callers f order by f.place, f.tell_at limit p_limit) chosen
      on (chosen.organization_id, chosen.id) = (u.organization_id, u.id)
    where u.tell_at <= app_now() and (u.claimed_until is null or u.claimed_until <= app_now())
    for update of u skip locked
  ),
  callers as (
    update caller_updates u set claimed_until = app_now() + p_lease from due_callers
    where (u.organization_id, u.id) = (due_callers.organization_id, due_callers.id)
    returning u.organization_id, u.id, (extract(epoch from u.tell_at) * 1000)::bigint::text as turn
  )
  select q.organization_id, q.id, q.turn from requests q
  union all
  select c.organization_id, c.id, c.turn from callers c
$$;
--> statement-breakpoint

-- As before; a caller who was told by text message is known too.
CREATE OR REPLACE FUNCTION gate.reply_phone(p_phone text, p_provider_id text, p_organization uuid)
RETURNS TABLE (organization_id uuid, is_repeat boolean, answer text, answers integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with sightings as (
    select r.organization_id, r.taken_at as at from reply_codes r where r.phone = p_phone
    union all
    select m.organization_id, null from contact_methods m
    where m.address = p_phone and m.channel = 'sms' and m.removed_at is null
    union all
    select u.organization_id, u.told_at from caller_updates u where u.address = p_phone and u.channel = 'sms'
  ),
  known as (
    select s.organization_id, max(s.at) as at from sightings s
    where p_organization is null or s.organization_id = p_organization
    group by s.organization_id order by max(s.at) desc nulls last limit 50
  ),
  prior as (
    select i.answer from inbound_messages i join known k on k.organization_id = i.organization_id
    where i.channel = 'sms' and i.provider_id = p_provider_id limit 1
  )
  select k.organization_id, exists (select from prior), (select p.answer from prior p),
         (select count(*)::integer from inbound_messages i join known o on o.organization_id = i.organization_id
          where i.channel = 'sms' and i.from_address = p_phone and i.answer is not null
            and i.at > app_now() - interval '15 minutes')
  from known k order by k.at desc nulls last limit 1
$$;
--> statement-breakpoint

-- As before; STOP and START of a caller hold for whatever that number agreed to.
CREATE OR REPLACE FUNCTION gate.stop_phone(p_phone text, p_is_stopped boolean, p_organization uuid)
RETURNS TABLE (organization_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with changed as (
    update contact_methods m set stopped_at = case when p_is_stopped then app_now() end
    where m.address = p_phone and m.channel = 'sms' and (m.stopped_at is null) = p_is_stopped
      -- A number that is typed in anew inherits STOP from removed rows, so START must reach those too.
      and (m.removed_at is null or not p_is_stopped)
      and (p_organization is null or m.organization_id = p_organization)
    returning m.organization_id
  ),
  callers as (
    update caller_updates u set stopped_at = case when p_is_stopped then app_now() end
    where u.address = p_phone and u.channel = 'sms' and (u.stopped_at is null) = p_is_stopped
      and (p_organization is null or u.organization_id = p_organization)
    returning u.organization_id
  )
  select c.organization_id from changed c union select c.organization_id from callers c
$$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint

-- Whom a number that writes to us was told as a caller, lately: the newest of it.
CREATE FUNCTION gate.told_caller(p_phone text, p_organization uuid)
RETURNS TABLE (organization_id uuid, client_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select u.organization_id, u.client_id, u.id from caller_updates u
  where u.address = p_phone and u.channel = 'sms' and u.told_at > app_now() - interval '30 days'
    and (p_organization is null or u.organization_id = p_organization)
  order by u.told_at desc, u.id desc limit 1
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
