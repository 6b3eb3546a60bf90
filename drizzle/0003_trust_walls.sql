SELECT raise_walls();
--> statement-breakpoint
REVOKE UPDATE ON wording_approvals, statement_withdrawals, briefing_readings, promise_tries FROM calmline_app;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint

-- What was written before wordings had languages, validity and approvals: it was approved by whoever published it.
CREATE FUNCTION pg_temp.with_languages(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  select '{"incidentStatus": "investigating", "language": "en", "openingIn": {}}'::jsonb || content
    || jsonb_build_object(
      'statements', coalesce((select jsonb_agg('{"validUntil": null, "in": {}}'::jsonb || item order by n)
        from jsonb_array_elements(content->'statements') with ordinality as items (item, n)), '[]'),
      'qa', coalesce((select jsonb_agg('{"validUntil": null, "in": {}}'::jsonb || item order by n)
        from jsonb_array_elements(content->'qa') with ordinality as items (item, n)), '[]'))
$$;
--> statement-breakpoint
UPDATE briefings SET draft = pg_temp.with_languages(draft);
--> statement-breakpoint
UPDATE briefing_versions SET content = pg_temp.with_languages(content);
--> statement-breakpoint
INSERT INTO wording_approvals (organization_id, id, client_id, briefing_id, key, text, kind, at, by_id, by_name)
SELECT v.organization_id, gen_random_uuid(), v.client_id, v.briefing_id, w.key, w.text, 'approved', v.published_at,
  v.published_by_id, v.published_by_name
FROM briefing_versions v
CROSS JOIN LATERAL (
  SELECT 'opening//en' AS key, v.content->>'opening' AS text
  UNION ALL SELECT 'closing//en', v.content->>'closing'
  UNION ALL SELECT 'statements/' || (item->>'id') || '/en', item->>'text' FROM jsonb_array_elements(v.content->'statements') item
  UNION ALL SELECT 'assurances/' || (item->>'id') || '/en', item->>'text' FROM jsonb_array_elements(v.content->'assurances') item
  UNION ALL SELECT 'qa/' || (item->>'id') || '/en', item->>'answer' FROM jsonb_array_elements(v.content->'qa') item
) w
WHERE w.text <> ''
ORDER BY v.version
ON CONFLICT DO NOTHING;
--> statement-breakpoint

-- How alike two questions are, 0 to 1: the better of shared letters (trigrams: typing errors, word forms) and shared
-- words (full text: stems, without stop words).
CREATE FUNCTION likeness(p_a text, p_b text) RETURNS real LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  with a as (select tsvector_to_array(to_tsvector('english', p_a)) as words),
       b as (select tsvector_to_array(to_tsvector('english', p_b)) as words),
       shared as (select count(*)::real as amount from (select unnest(a.words) from a intersect select unnest(b.words) from b) w)
  select greatest(
    similarity(p_a, p_b),
    coalesce(shared.amount / nullif(least(cardinality(a.words), cardinality(b.words)), 0), 0)
      * least(1, shared.amount / 2.0))::real
  from a, b, shared
$$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION likeness(text, text) TO calmline_app, calmline_gate;
--> statement-breakpoint

GRANT SELECT ON briefings, briefing_versions, briefing_readings, presences, briefing_sources, calls, surges TO calmline_gate;
--> statement-breakpoint
GRANT UPDATE (claimed_until) ON briefings TO calmline_gate;
--> statement-breakpoint
GRANT DELETE ON presences TO calmline_gate;
--> statement-breakpoint

-- Two figures about the service's desks, for a version that the asker has already been shown.
CREATE FUNCTION gate.reach(p_organization uuid, p_version uuid) RETURNS TABLE (on_shift integer, confirmed integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select count(*)::integer, count(r.membership_id)::integer
  from presences p
  left join briefing_readings r on r.organization_id = p.organization_id and r.membership_id = p.membership_id
    and r.version_id = p_version
  where p.organization_id = p_organization and p.seen_at > app_now() - interval '90 seconds'
$$;
--> statement-breakpoint

CREATE FUNCTION gate.claim_due_reminders(p_limit integer, p_lease interval)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with due as (
    select b.organization_id, b.id from briefings b
    where b.remind_at <= app_now() and (b.claimed_until is null or b.claimed_until <= app_now())
    order by b.remind_at limit p_limit for update skip locked
  )
  update briefings b set claimed_until = app_now() + p_lease from due
  where (b.organization_id, b.id) = (due.organization_id, due.id)
  returning b.organization_id, b.id, extract(epoch from b.remind_at)::bigint::text
$$;
--> statement-breakpoint

-- Clients with so many calls in the past hour that no briefing told operators what to say, and no open surge.
CREATE FUNCTION gate.surge_suspects(p_calls integer, p_limit integer)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select c.organization_id, c.client_id, count(*)::text
  from calls c
  where c.ring_at > app_now() - interval '1 hour' and c.client_id is not null and c.briefing_id is null
    and not exists (select from surges s where s.organization_id = c.organization_id and s.client_id = c.client_id
      and (s.state = 'open' or s.ended_at > app_now() - interval '4 hours'))
  group by c.organization_id, c.client_id
  having count(*) >= p_calls
  limit p_limit
$$;
--> statement-breakpoint
CREATE INDEX calls_uncovered ON calls (ring_at) INCLUDE (organization_id, client_id) WHERE briefing_id IS NULL AND client_id IS NOT NULL;
--> statement-breakpoint

CREATE FUNCTION gate.briefing_source(p_id uuid)
RETURNS TABLE (organization_id uuid, id uuid, client_id uuid, name text, kind text, sealed_secret text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select s.organization_id, s.id, s.client_id, s.name, s.kind, s.sealed_secret
  from briefing_sources s where s.id = p_id and s.revoked_at is null
$$;
--> statement-breakpoint

SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION gate.prune() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  delete from live_events where at < app_now() - interval '1 day';
  delete from idempotency_keys where created_at < app_now() - interval '1 day';
  delete from heartbeats where at < app_now() - interval '1 day';
  delete from presences where seen_at < app_now() - interval '1 day';
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
