-- Their rows change three times each: room beside them spares the indexes the changes that touch none of them.
ALTER TABLE deliveries SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE escalations SET (fillfactor = 80);
--> statement-breakpoint

-- Fair claims: each tenant in turn, of each the most urgent first. Of one tenant's due rows only the front ones are looked
-- at, as many as may wait in a queue; those that wait there already are among them and leave so much less room. What a
-- worker has in hand is no longer in anybody's way. (Sorts are ruled out inside: the index has the order already, and the
-- planner, whose statistics are of a quiet hour, would rather read and sort everything that waits.)
CREATE FUNCTION gate.claim_fair_deliveries(p_limit integer, p_lease interval, p_waiting integer)
RETURNS TABLE (organization_id uuid, id uuid, turn text, is_first boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET enable_sort = off SET enable_incremental_sort = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
declare
  v_now constant timestamptz := app_now();
begin
  return query
  with front as materialized (
    select due.*, row_number() over (partition by due.organization_id order by due.priority, due.next_attempt_at, due.id) as place
    from organizations o
    cross join generate_series(0, 3) as urgency (priority)
    cross join lateral (
      select d.organization_id, d.id, d.attempts, d.priority, d.next_attempt_at, d.claimed_until
      from deliveries d
      where d.organization_id = o.organization_id and d.priority = urgency.priority::smallint
        and d.next_attempt_at <= v_now
        and d.state in ('pending', 'sending', 'failed_temporary') and d.set_aside_at is null
        and (d.state <> 'sending' or d.sending_until <= v_now)
      order by d.next_attempt_at, d.id limit p_waiting
    ) due
  ),
  wanted as materialized (
    select f.* from front f
    where f.place <= p_waiting and (f.claimed_until is null or f.claimed_until <= v_now)
    order by f.place, f.priority, f.next_attempt_at limit p_limit
  ),
  -- Wrapped, so that only the key is looked up: any other index would lead through everything that is due.
  held as materialized (
    select due.organization_id, due.id from wanted w
    cross join lateral (
      select d.organization_id, d.id from deliveries d
      where d.organization_id = w.organization_id and d.id = w.id
        and (d.state || '') in ('pending', 'sending', 'failed_temporary')
        and coalesce(d.next_attempt_at, 'infinity') <= v_now
        and coalesce(d.claimed_until, '-infinity') <= v_now
        and ((d.state || '') <> 'sending' or d.sending_until <= v_now)
      limit 1 for update skip locked
    ) due
  ),
  claimed as (
    update deliveries d set claimed_until = v_now + p_lease from held h
    where (d.organization_id, d.id) = (h.organization_id, h.id)
    returning d.organization_id, d.id
  )
  select w.organization_id, w.id, w.attempts::text, w.priority = 0
  from wanted w join claimed c on (c.organization_id, c.id) = (w.organization_id, w.id)
  order by w.place, w.priority, w.next_attempt_at;
end $$;
--> statement-breakpoint

CREATE FUNCTION gate.claim_fair_escalations(p_limit integer, p_lease interval, p_waiting integer)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET enable_sort = off SET enable_incremental_sort = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
declare
  v_now constant timestamptz := app_now();
begin
  return query
  with front as materialized (
    select due.*, row_number() over (partition by due.organization_id order by due.next_step_due_at, due.id) as place
    from organizations o
    cross join lateral (
      select e.organization_id, e.id, e.cycle, e.step, e.next_step_due_at, e.claimed_until
      from escalations e
      where e.organization_id = o.organization_id and e.next_step_due_at <= v_now and e.set_aside_at is null
      order by e.next_step_due_at, e.id limit p_waiting
    ) due
  ),
  wanted as materialized (
    select f.* from front f where f.claimed_until is null or f.claimed_until <= v_now
    order by f.place, f.next_step_due_at limit p_limit
  ),
  held as materialized (
    select due.organization_id, due.id from wanted w
    cross join lateral (
      select e.organization_id, e.id from escalations e
      where e.organization_id = w.organization_id and e.id = w.id
        and coalesce(e.next_step_due_at, 'infinity') <= v_now and coalesce(e.claimed_until, '-infinity') <= v_now
      limit 1 for update skip locked
    ) due
  ),
  claimed as (
    update escalations e set claimed_until = v_now + p_lease from held h
    where (e.organization_id, e.id) = (h.organization_id, h.id)
    returning e.organization_id, e.id
  )
  select w.organization_id, w.id, w.cycle || '.' || w.step
  from wanted w join claimed c on (c.organization_id, c.id) = (w.organization_id, w.id)
  order by w.place, w.next_step_due_at;
end $$;
--> statement-breakpoint

-- For workers of the release before, while both run. They fail every text message and call for good, read a step's
-- schedule as an account manager, and know neither webhooks nor what is set aside: all of that is left to the new ones.
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
    order by d.next_attempt_at limit p_limit for update skip locked
  )
  update deliveries d set claimed_until = app_now() + p_lease from due
  where (d.organization_id, d.id) = (due.organization_id, due.id)
  returning d.organization_id, d.id, d.attempts
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION gate.claim_due_escalations(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with due as (
    select e.organization_id, e.id from escalations e
    where e.next_step_due_at <= app_now() and (e.claimed_until is null or e.claimed_until <= app_now())
      and e.set_aside_at is null
      and not jsonb_path_exists(e.policy, '$.steps[*].targets[*] ? (@.type != "contact" && @.type != "account_manager")')
      and not jsonb_path_exists(e.policy, '$.steps[*] ? (@.isEveryoneNeeded == true)')
    order by e.next_step_due_at limit p_limit for update skip locked
  )
  update escalations e set claimed_until = app_now() + p_lease from due
  where (e.organization_id, e.id) = (due.organization_id, due.id)
  returning e.organization_id, e.id, e.cycle || '.' || e.step
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
