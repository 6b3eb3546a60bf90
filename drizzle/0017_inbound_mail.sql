-- What an endpoint was sent, newest first.
GRANT SELECT (organization_id, id, client_id, url, events, disabled_at) ON webhook_endpoints TO calmline_gate;
--> statement-breakpoint

-- Whom an event of the present tenant is told: also the answering service's own endpoints, which a client's people do
-- not see, when it is one of them that acknowledges. Of another client than the actor's own nothing is told.
CREATE FUNCTION gate.event_endpoints(p_type text, p_client uuid)
RETURNS TABLE (id uuid, url text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with present as (
    select nullif(current_setting('app.organization_id', true), '')::uuid as organization_id,
           nullif(current_setting('app.client_id', true), '')::uuid as client_id
  )
  select w.id, w.url from webhook_endpoints w join present p on p.organization_id = w.organization_id
  where w.disabled_at is null and w.events ? p_type and (w.client_id is null or w.client_id = p_client)
    and (p.client_id is null or p.client_id = p_client)
  order by w.id
$$;
--> statement-breakpoint

-- Whose answer an e-mail is. The delivery's id comes out of a reply address whose signature was checked. `client_id` is
-- null where its message carried those of other clients: then it went to an account manager, who may answer all of them.
CREATE FUNCTION gate.inbound_delivery(p_delivery uuid)
RETURNS TABLE (organization_id uuid, client_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select d.organization_id, case when not exists (
    select from deliveries other
    where other.organization_id = d.organization_id and other.bundle_id = d.id
      and other.client_id is distinct from d.client_id
  ) then d.client_id end
  from organizations o join deliveries d on (d.organization_id, d.id) = (o.organization_id, p_delivery)
  where d.channel = 'email' and d.cause = 'escalation'
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
