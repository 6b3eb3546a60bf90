-- The address of a person's calendar carries a random key and nothing else: no tenant is known yet.
GRANT SELECT (organization_id, id, client_id, name, calendar_key, removed_at) ON contacts TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, next_check_at, claimed_until, removed_at) ON on_call_schedules TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (claimed_until) ON on_call_schedules TO calmline_gate;
--> statement-breakpoint

-- Schedules that the engine has to look at, of each tenant in turn; marked as queued for p_lease.
CREATE FUNCTION gate.claim_due_handovers(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fair as (
    select s.organization_id, s.id, s.next_check_at,
      row_number() over (partition by s.organization_id order by s.next_check_at, s.id) as place
    from on_call_schedules s
    where s.removed_at is null and s.next_check_at <= app_now()
      and (s.claimed_until is null or s.claimed_until <= app_now())
  ),
  due as (
    select s.organization_id, s.id from on_call_schedules s
    join (select f.organization_id, f.id from fair f order by f.place, f.next_check_at limit p_limit) chosen
      on (chosen.organization_id, chosen.id) = (s.organization_id, s.id)
    where s.removed_at is null and s.next_check_at <= app_now()
      and (s.claimed_until is null or s.claimed_until <= app_now())
    for update of s skip locked
  )
  update on_call_schedules s set claimed_until = app_now() + p_lease from due
  where (s.organization_id, s.id) = (due.organization_id, due.id)
  returning s.organization_id, s.id, (extract(epoch from s.next_check_at) * 1000)::bigint::text
$$;
--> statement-breakpoint

-- Whose calendar it is; nobody's once the person is no contact any more.
CREATE FUNCTION gate.calendar_contact(p_key text)
RETURNS TABLE (organization_id uuid, id uuid, client_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select c.organization_id, c.id, c.client_id, c.name from contacts c
  where c.calendar_key = p_key and c.removed_at is null
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
