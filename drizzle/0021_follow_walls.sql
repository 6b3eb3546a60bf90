SELECT raise_walls();
--> statement-breakpoint
REVOKE UPDATE ON promise_events, scorecards, incident_pack_files FROM calmline_app;
--> statement-breakpoint
GRANT DELETE ON saved_views TO calmline_app;
--> statement-breakpoint
GRANT SELECT (organization_id, id, remind_at, remind_claimed_until), UPDATE (remind_claimed_until) ON promises TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, remind_at, claimed_until), UPDATE (claimed_until) ON report_requests TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, due_at, claimed_until), UPDATE (claimed_until) ON incident_packs TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, due_at, claimed_until, removed_at), UPDATE (claimed_until) ON digest_subscriptions TO calmline_gate;
--> statement-breakpoint

-- Promises of which somebody is to be reminded, of each tenant in turn; marked as queued for p_lease.
CREATE FUNCTION gate.claim_due_promises(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fair as (
    select r.organization_id, r.id, r.remind_at,
      row_number() over (partition by r.organization_id order by r.remind_at, r.id) as place
    from promises r
    where r.remind_at <= app_now() and (r.remind_claimed_until is null or r.remind_claimed_until <= app_now())
  ),
  due as (
    select r.organization_id, r.id from promises r
    join (select f.organization_id, f.id from fair f order by f.place, f.remind_at limit p_limit) chosen
      on (chosen.organization_id, chosen.id) = (r.organization_id, r.id)
    where r.remind_at <= app_now() and (r.remind_claimed_until is null or r.remind_claimed_until <= app_now())
    for update of r skip locked
  )
  update promises r set remind_claimed_until = app_now() + p_lease from due
  where (r.organization_id, r.id) = (due.organization_id, due.id)
  returning r.organization_id, r.id, (extract(epoch from r.remind_at) * 1000)::bigint::text
$$;
--> statement-breakpoint

-- Contacts who were asked to report back and are to be reminded.
CREATE FUNCTION gate.claim_due_reports(p_limit integer, p_lease interval)
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
  )
  update report_requests r set claimed_until = app_now() + p_lease from due
  where (r.organization_id, r.id) = (due.organization_id, due.id)
  returning r.organization_id, r.id, (extract(epoch from r.remind_at) * 1000)::bigint::text
$$;
--> statement-breakpoint

-- Packs that are to be made.
CREATE FUNCTION gate.claim_due_packs(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fair as (
    select r.organization_id, r.id, r.due_at,
      row_number() over (partition by r.organization_id order by r.due_at, r.id) as place
    from incident_packs r
    where r.due_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now())
  ),
  due as (
    select r.organization_id, r.id from incident_packs r
    join (select f.organization_id, f.id from fair f order by f.place, f.due_at limit p_limit) chosen
      on (chosen.organization_id, chosen.id) = (r.organization_id, r.id)
    where r.due_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now())
    for update of r skip locked
  )
  update incident_packs r set claimed_until = app_now() + p_lease from due
  where (r.organization_id, r.id) = (due.organization_id, due.id)
  returning r.organization_id, r.id, (extract(epoch from r.due_at) * 1000)::bigint::text
$$;
--> statement-breakpoint

-- Accounts of a day or a week that are due.
CREATE FUNCTION gate.claim_due_accounts(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fair as (
    select r.organization_id, r.id, r.due_at,
      row_number() over (partition by r.organization_id order by r.due_at, r.id) as place
    from digest_subscriptions r
    where r.removed_at is null and r.due_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now())
  ),
  due as (
    select r.organization_id, r.id from digest_subscriptions r
    join (select f.organization_id, f.id from fair f order by f.place, f.due_at limit p_limit) chosen
      on (chosen.organization_id, chosen.id) = (r.organization_id, r.id)
    where r.removed_at is null and r.due_at <= app_now() and (r.claimed_until is null or r.claimed_until <= app_now())
    for update of r skip locked
  )
  update digest_subscriptions r set claimed_until = app_now() + p_lease from due
  where (r.organization_id, r.id) = (due.organization_id, due.id)
  returning r.organization_id, r.id, (extract(epoch from r.due_at) * 1000)::bigint::text
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
