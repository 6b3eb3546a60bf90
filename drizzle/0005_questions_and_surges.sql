-- How alike two questions are, 0 to 1: the better of shared letters (trigrams: typing errors, word forms) and shared
-- words (full text: stems without stop words, and without those that stand in questions about anything). One shared word
-- says little ("yoghurt" is in every question of its recall), letters without any shared word deceive.
CREATE OR REPLACE FUNCTION likeness(p_a text, p_b text) RETURNS real LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  with fillers as (select array['alreadi', 'also', 'ask', 'come', 'get', 'go', 'got', 'know', 'like', 'much', 'need',
         'now', 'pleas', 'possibl', 'say', 'soon', 'still', 'tell', 'today', 'tomorrow', 'us', 'want'] as words),
       a as (select tsvector_to_array(ts_delete(to_tsvector('english', p_a), fillers.words)) as words from fillers),
       b as (select tsvector_to_array(ts_delete(to_tsvector('english', p_b), fillers.words)) as words from fillers),
       shared as (select count(*)::real as amount from (select unnest(a.words) from a intersect select unnest(b.words) from b) w)
  select greatest(
    similarity(p_a, p_b) * case when shared.amount >= 1 then 1 else 0.7 end,
    coalesce(shared.amount / nullif(least(cardinality(a.words), cardinality(b.words)), 0), 0)
      * case when shared.amount >= 2 then 1 else 0.4 end)::real
  from a, b, shared
$$;
--> statement-breakpoint
-- The gates count and compare times; what was said stays out of their sight.
REVOKE SELECT ON briefings, briefing_versions, calls, surges FROM calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, client_id, state, remind_at, claimed_until) ON briefings TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, id, client_id, briefing_id, ring_at) ON calls TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, call_id, at) ON notes TO calmline_gate;
--> statement-breakpoint
GRANT SELECT (organization_id, client_id, state, detected_at, ended_at) ON surges TO calmline_gate;
--> statement-breakpoint
CREATE INDEX questions_client ON questions (organization_id, client_id, state, group_id);
--> statement-breakpoint

SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
-- Clients to look at: those with so many noted calls in the past hour that no briefing told operators what to say,
-- and those whose open surge may be over. `turn` changes with what there is to see, and every five minutes besides.
CREATE OR REPLACE FUNCTION gate.surge_suspects(p_calls integer, p_limit integer)
RETURNS TABLE (organization_id uuid, id uuid, turn text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with slot as (select floor(extract(epoch from app_now()) / 300)::bigint as number),
  recent as materialized (
    select c.organization_id, c.client_id, c.id, c.ring_at from calls c
    where c.ring_at > app_now() - interval '1 hour' and c.client_id is not null and c.briefing_id is null
  ),
  busy as (
    select r.organization_id, r.client_id from recent r group by 1, 2 having count(*) >= p_calls
  ),
  noted as (
    select r.organization_id, r.client_id, count(*) as calls, max(n.at) as newest
    from busy join recent r on (r.organization_id, r.client_id) = (busy.organization_id, busy.client_id)
    cross join lateral (
      select max(at) as at from notes where notes.organization_id = r.organization_id and notes.call_id = r.id
    ) n
    where n.at is not null
      and not exists (select from surges s where s.organization_id = r.organization_id and s.client_id = r.client_id
        and (s.ended_at >= r.ring_at
          or s.state in ('drafted', 'dismissed') and s.detected_at > app_now() - interval '4 hours'))
    group by r.organization_id, r.client_id
    having count(*) >= p_calls
  )
  select n.organization_id, n.client_id,
    n.calls || '.' || floor(extract(epoch from n.newest) * 1000)::bigint || '.' || slot.number
  from noted n, slot
  union all
  select s.organization_id, s.client_id, 'open.' || slot.number
  from surges s, slot
  where s.state = 'open' and (s.detected_at < app_now() - interval '12 hours'
    or exists (select from briefings b where b.organization_id = s.organization_id and b.client_id = s.client_id
      and b.state = 'published'))
  limit p_limit
$$;
--> statement-breakpoint
RESET ROLE;
