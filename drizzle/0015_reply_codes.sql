-- The numbers that people answer text messages with. One phone may be known to several tenants, and an answer names
-- nothing but a number: so a number is unique for a phone across tenants, and only the gate sees the table.
GRANT SELECT, INSERT, DELETE ON reply_codes TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (released_at) ON reply_codes TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, client_id, channel, address, stopped_at, removed_at) ON contact_methods TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (stopped_at) ON contact_methods TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, channel, provider_id, from_address, answer, at) ON inbound_messages TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, escalation_id, type, at) ON escalation_events TO calmline_gate;
--> statement-breakpoint

-- When a message's number was over: null while an escalation in that message still waits, in the run it was sent in.
CREATE FUNCTION gate.reply_over_at(p_organization uuid, p_delivery uuid, p_taken_at timestamptz)
RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select case
    when p_taken_at < app_now() - interval '8 days' then p_taken_at + interval '8 days'
    when bool_or(e.state in ('open', 'unanswered') and d.cycle >= e.run_from_cycle) then null
    else coalesce(max((
      select max(v.at) from escalation_events v
      where (v.organization_id, v.escalation_id) = (e.organization_id, e.id)
        and v.type in ('acknowledged', 'reopened', 'resolved', 'cancelled')
    )), app_now()) end
  from deliveries d join escalations e on (e.organization_id, e.id) = (d.organization_id, d.cause_id)
  where d.organization_id = p_organization and (d.id = p_delivery or d.bundle_id = p_delivery)
$$;
--> statement-breakpoint

-- The number for a message to a phone: the one that the same escalation's messages to that phone have already, else the
-- smallest that nobody uses there and nobody used within a day. Asked again for the same message, the same. A message
-- about many has one of its own: the answer to it means all of them.
CREATE FUNCTION gate.take_reply_code(p_organization uuid, p_client uuid, p_phone text, p_delivery uuid, p_id uuid, p_is_bundle boolean)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare
  v_code integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('reply code ' || p_phone, 0));
  select r.code into v_code from reply_codes r where r.organization_id = p_organization and r.delivery_id = p_delivery;
  if found then
    return v_code;
  end if;
  update reply_codes r set released_at = gate.reply_over_at(r.organization_id, r.delivery_id, r.taken_at)
  where r.phone = p_phone and r.released_at is null
    and gate.reply_over_at(r.organization_id, r.delivery_id, r.taken_at) is not null;
  delete from reply_codes r where r.phone = p_phone and r.released_at < app_now() - interval '30 days';
  if not p_is_bundle then
    select r.code into v_code
    from reply_codes r
    join deliveries d on (d.organization_id, d.id) = (r.organization_id, r.delivery_id)
    join deliveries own on own.organization_id = r.organization_id and own.id = p_delivery
    where r.phone = p_phone and r.organization_id = p_organization and r.released_at is null and d.cause_id = own.cause_id
      and not exists (
        select from deliveries b
        where b.organization_id = r.organization_id and b.bundle_id = r.delivery_id and b.id <> r.delivery_id
      )
    order by r.taken_at desc, r.id desc limit 1;
  end if;
  if v_code is null then
    select min(n) into v_code
    from generate_series(1, 1 + (select count(distinct r.code)::integer from reply_codes r where r.phone = p_phone)) n
    where not exists (
      select from reply_codes r
      where r.phone = p_phone and r.code = n
        and (r.released_at is null or r.released_at > app_now() - interval '24 hours')
    );
  end if;
  insert into reply_codes (organization_id, id, client_id, phone, code, delivery_id, taken_at)
  values (p_organization, p_id, p_client, p_phone, v_code, p_delivery, app_now());
  return v_code;
end $$;
--> statement-breakpoint

-- The messages that told a phone this number (null: any), those still in use and the newest first; of one tenant where one is named.
CREATE FUNCTION gate.reply_targets(p_phone text, p_code integer, p_organization uuid)
RETURNS TABLE (organization_id uuid, client_id uuid, delivery_id uuid, is_released boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select r.organization_id, r.client_id, r.delivery_id, fate.at is not null
  from reply_codes r
  cross join lateral (
    select coalesce(r.released_at, gate.reply_over_at(r.organization_id, r.delivery_id, r.taken_at)) as at
  ) fate
  where r.phone = p_phone and (p_code is null or r.code = p_code) and (p_organization is null or r.organization_id = p_organization)
  order by fate.at is not null, r.taken_at desc, r.id desc limit 5
$$;
--> statement-breakpoint

-- The numbers that a phone may answer with now, each with its newest message.
CREATE FUNCTION gate.open_reply_targets(p_phone text, p_organization uuid)
RETURNS TABLE (code integer, organization_id uuid, client_id uuid, delivery_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select distinct on (r.code) r.code, r.organization_id, r.client_id, r.delivery_id
  from reply_codes r
  where r.phone = p_phone and r.released_at is null and (p_organization is null or r.organization_id = p_organization)
    and gate.reply_over_at(r.organization_id, r.delivery_id, r.taken_at) is null
  order by r.code, r.taken_at desc, r.id desc limit 50
$$;
--> statement-breakpoint

-- Who knows a phone that wrote to us: the tenant that wrote to it last, or whose contact it is. No row: nobody. With it
-- whether this very message was answered before and how, and how often that phone was answered in a quarter of an hour.
CREATE FUNCTION gate.reply_phone(p_phone text, p_provider_id text, p_organization uuid)
RETURNS TABLE (organization_id uuid, is_repeat boolean, answer text, answers integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with sightings as (
    select r.organization_id, r.taken_at as at from reply_codes r where r.phone = p_phone
    union all
    select m.organization_id, null from contact_methods m
    where m.address = p_phone and m.channel = 'sms' and m.removed_at is null
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

-- STOP and START. Whoever owns the phone speaks for it, to every tenant. @returns whose methods that changed
CREATE FUNCTION gate.stop_phone(p_phone text, p_is_stopped boolean, p_organization uuid)
RETURNS TABLE (organization_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with changed as (
    update contact_methods m set stopped_at = case when p_is_stopped then app_now() end
    where m.address = p_phone and m.channel = 'sms' and (m.stopped_at is null) = p_is_stopped
      -- A number that is typed in anew inherits STOP from removed rows, so START must reach those too.
      and (m.removed_at is null or not p_is_stopped)
      and (p_organization is null or m.organization_id = p_organization)
    returning m.organization_id
  )
  select distinct c.organization_id from changed c
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
