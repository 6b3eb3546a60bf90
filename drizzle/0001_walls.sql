-- The database's clock. A test database may move it; a trigger keeps every other database at the true time.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ select now() + coalesce((select make_interval(secs => milliseconds / 1000.0) from clock_offset), interval '0') $$;
--> statement-breakpoint
CREATE FUNCTION refuse_clock_offset() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if current_database() not like '%\_test' then
    raise exception 'Only a test database may move its clock.';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER clock_offset_in_tests_only BEFORE INSERT OR UPDATE ON clock_offset
  FOR EACH ROW EXECUTE FUNCTION refuse_clock_offset();
--> statement-breakpoint

-- Wall 3: row security. Run again by every later migration that adds a table.
CREATE FUNCTION raise_walls() RETURNS void LANGUAGE plpgsql AS $$
declare
  wall record;
  organization constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  client constant text := '(select nullif(current_setting(''app.client_id'', true), '''')::uuid)';
  rule text;
begin
  for wall in
    select c.relname as name,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped) as has_client
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped)
  loop
    rule := format('organization_id = %s', organization);
    if wall.has_client then
      rule := format('%s and (%s is null or client_id = %s)', rule, client, client);
    elsif wall.name <> 'organizations' then
      -- No client column: nothing in it is for a client's people.
      rule := format('%s and %s is null', rule, client);
    end if;
    execute format('alter table %I enable row level security', wall.name);
    execute format('alter table %I force row level security', wall.name);
    execute format('drop policy if exists wall on %I', wall.name);
    execute format('create policy wall on %I to calmline_app using (%s) with check (%s)', wall.name, rule, rule);
    execute format('drop policy if exists gate on %I', wall.name);
    execute format('create policy gate on %I to calmline_gate using (true)', wall.name);
    execute format('drop policy if exists owner on %I', wall.name);
    execute format('create policy owner on %I to calmline_owner using (true) with check (true)', wall.name);
  end loop;
end $$;
--> statement-breakpoint
SELECT raise_walls();
--> statement-breakpoint

-- What the application may do. Nothing may be deleted or changed that is a record of what happened.
GRANT USAGE ON SCHEMA public TO calmline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO calmline_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO calmline_app;
--> statement-breakpoint
REVOKE UPDATE ON audit_entries, live_events, briefing_versions, call_events, notes, told_statements, escalation_events FROM calmline_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE ON clock_offset, organizations FROM calmline_app;
--> statement-breakpoint
REVOKE SELECT ON credentials FROM calmline_app;
--> statement-breakpoint
GRANT SELECT (organization_id, membership_id) ON credentials TO calmline_app;
--> statement-breakpoint
GRANT DELETE ON dids, note_drafts, sign_in_limits, idempotency_keys TO calmline_app;
--> statement-breakpoint

-- The gates: the few questions that must be asked before the tenant is known. Each is one function of a role that can
-- log in nowhere; the application can call the functions but read nothing behind them. The search path names pg_temp
-- last: unnamed it would come first, and a temporary table of the caller could stand in for ours.
CREATE SCHEMA gate;
--> statement-breakpoint
GRANT CREATE, USAGE ON SCHEMA gate TO calmline_gate;
--> statement-breakpoint
GRANT USAGE ON SCHEMA gate TO calmline_app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO calmline_gate;
--> statement-breakpoint
GRANT SELECT ON organizations, clients, memberships, credentials, sessions, api_keys, telephony_connections, live_events,
  deliveries, escalations, idempotency_keys, clock_offset TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (last_seen_at) ON sessions TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (claimed_until) ON deliveries, escalations TO calmline_gate;
--> statement-breakpoint
GRANT DELETE ON live_events, idempotency_keys, heartbeats TO calmline_gate;
--> statement-breakpoint
GRANT SELECT ON heartbeats TO calmline_gate;
--> statement-breakpoint

CREATE FUNCTION gate.sign_in_candidates(p_email text)
RETURNS TABLE (organization_id uuid, membership_id uuid, client_id uuid, name text, role text, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select m.organization_id, m.id, m.client_id, m.name, m.role, c.password_hash
  from memberships m join credentials c on (c.organization_id, c.membership_id) = (m.organization_id, m.id)
  where lower(m.email) = lower(p_email) and m.disabled_at is null
  order by m.created_at limit 3
$$;
--> statement-breakpoint

-- A session that may act now; `is_quiet` when it was last touched more than a minute ago.
CREATE FUNCTION gate.session(p_id uuid, p_idle interval)
RETURNS TABLE (organization_id uuid, membership_id uuid, client_id uuid, name text, role text,
               organization_name text, organization_phone text, client_name text, is_quiet boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select s.organization_id, s.membership_id, m.client_id, m.name, m.role, o.name, o.phone, c.name,
         s.last_seen_at < app_now() - interval '1 minute'
  from sessions s
  join memberships m on (m.organization_id, m.id) = (s.organization_id, s.membership_id)
  join organizations o on o.organization_id = s.organization_id
  left join clients c on (c.organization_id, c.client_id) = (m.organization_id, m.client_id)
  where s.id = p_id and s.revoked_at is null and m.disabled_at is null
    and s.expires_at > app_now() and s.last_seen_at > app_now() - p_idle
$$;
--> statement-breakpoint

CREATE FUNCTION gate.touch_session(p_id uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  update sessions set last_seen_at = app_now() where id = p_id and last_seen_at < app_now() - interval '1 minute'
$$;
--> statement-breakpoint

CREATE FUNCTION gate.api_key(p_hash text)
RETURNS TABLE (organization_id uuid, id uuid, client_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select k.organization_id, k.id, k.client_id, k.name, k.role from api_keys k
  where k.key_hash = p_hash and k.revoked_at is null
$$;
--> statement-breakpoint

CREATE FUNCTION gate.telephony_connection(p_id uuid)
RETURNS TABLE (organization_id uuid, id uuid, name text, kind text, sealed_secret text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select t.organization_id, t.id, t.name, t.kind, t.sealed_secret from telephony_connections t where t.id = p_id
$$;
--> statement-breakpoint

-- `horizon`: every transaction before it is over, so a screen that resumes from there misses nothing.
CREATE FUNCTION gate.live_events(p_seqs bigint[])
RETURNS TABLE (seq bigint, organization_id uuid, client_id uuid, type text, at timestamptz, payload jsonb, horizon text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select e.seq, e.organization_id, e.client_id, e.type, e.at, e.payload, pg_snapshot_xmin(pg_current_snapshot())::text
  from live_events e where e.seq = any (p_seqs) order by e.seq
$$;
--> statement-breakpoint

CREATE FUNCTION gate.live_events_since(p_horizon text, p_limit integer)
RETURNS TABLE (seq bigint, organization_id uuid, client_id uuid, type text, at timestamptz, payload jsonb, horizon text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select e.seq, e.organization_id, e.client_id, e.type, e.at, e.payload, pg_snapshot_xmin(pg_current_snapshot())::text
  from live_events e where e.transaction_id >= p_horizon::xid8 order by e.seq limit p_limit
$$;
--> statement-breakpoint

CREATE FUNCTION gate.claim_due_deliveries(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, attempts integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with due as (
    select d.organization_id, d.id from deliveries d
    where d.state in ('pending', 'sending', 'failed_temporary') and d.next_attempt_at <= app_now()
      and (d.claimed_until is null or d.claimed_until <= app_now())
      and (d.state <> 'sending' or d.sending_until <= app_now())
    order by d.next_attempt_at limit p_limit for update skip locked
  )
  update deliveries d set claimed_until = app_now() + p_lease from due
  where (d.organization_id, d.id) = (due.organization_id, due.id)
  returning d.organization_id, d.id, d.attempts
$$;
--> statement-breakpoint

CREATE FUNCTION gate.claim_due_escalations(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with due as (
    select e.organization_id, e.id from escalations e
    where e.next_step_due_at <= app_now() and (e.claimed_until is null or e.claimed_until <= app_now())
    order by e.next_step_due_at limit p_limit for update skip locked
  )
  update escalations e set claimed_until = app_now() + p_lease from due
  where (e.organization_id, e.id) = (due.organization_id, due.id)
  returning e.organization_id, e.id, e.cycle || '.' || e.step
$$;
--> statement-breakpoint

-- For metrics and readiness: figures only, never a row.
CREATE FUNCTION gate.engine_figures()
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
$$;
--> statement-breakpoint

CREATE FUNCTION gate.prune() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  delete from live_events where at < app_now() - interval '1 day';
  delete from idempotency_keys where created_at < app_now() - interval '1 day';
  delete from heartbeats where at < app_now() - interval '1 day';
$$;
--> statement-breakpoint

DO $$
declare
  signature regprocedure;
begin
  for signature in select p.oid from pg_proc p where p.pronamespace = 'gate'::regnamespace loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to calmline_app', signature);
    execute format('alter function %s owner to calmline_gate', signature);
  end loop;
end $$;
