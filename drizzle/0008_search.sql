-- The search over calls (src/domain/calls/search-queries.ts). Row security compares rows before it lets an index of
-- letters be asked, so the question is put behind a gate, which reads the tenant from the transaction itself.
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint

-- A text as the search compares it: small letters without accents, one space in front of every word and none behind.
CREATE FUNCTION fold_words(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
  select regexp_replace(regexp_replace(' ' || case when octet_length(p_text) = char_length(p_text) then lower(p_text)
    else regexp_replace(normalize(
      translate(replace(replace(replace(lower(p_text), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđðı', 'olddi'),
      NFD), '[\u0300-\u036f]+', '', 'g') end, '[^[:alnum:]]+', ' ', 'g'), ' $', '')
$$;
--> statement-breakpoint

-- Every word that stands in a call of a client, once (twice after a race, which does no harm): what a mistyped word may
-- have meant is looked up among these, never in the texts. Only the triggers write here and only the gate reads, so it is
-- no table of the product's model. Numbers stay out: they are found as they are. `is_first` of its organization: the
-- answering service's own people look through each word once, not once a client.
CREATE TABLE call_vocabulary (organization_id uuid NOT NULL, client_id uuid, word text NOT NULL, is_first boolean NOT NULL);
--> statement-breakpoint
CREATE INDEX call_vocabulary_word ON call_vocabulary (organization_id, word, coalesce(client_id, organization_id));
--> statement-breakpoint
CREATE INDEX call_vocabulary_all ON call_vocabulary USING gin (organization_id, word gin_trgm_ops)
  WITH (fastupdate = off) WHERE is_first;
--> statement-breakpoint
CREATE INDEX call_vocabulary_client ON call_vocabulary USING gin (organization_id, client_id, word gin_trgm_ops)
  WITH (fastupdate = off);
--> statement-breakpoint
SELECT raise_walls();
--> statement-breakpoint
REVOKE UPDATE ON call_vocabulary FROM calmline_app;
--> statement-breakpoint

-- One look into the index for each word, never a join with all there are.
CREATE FUNCTION keep_vocabulary(p_organization uuid, p_client uuid, p_words text) RETURNS void
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  insert into call_vocabulary (organization_id, client_id, word, is_first)
  select p_organization, p_client, w.word,
    (select true from call_vocabulary v where v.organization_id = p_organization and v.word = w.word limit 1) is null
  from (select distinct word from unnest(string_to_array(p_words, ' ')) one (word)) w
  where char_length(w.word) between 3 and 40 and w.word !~ '[0-9]' and (
    select true from call_vocabulary v where v.organization_id = p_organization and v.word = w.word
      and coalesce(v.client_id, v.organization_id) = coalesce(p_client, p_organization) limit 1) is null
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION keep_call_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
declare
  words constant text :=
    fold_words(concat_ws(' ', new.caller_name, new.ani, new.caller_phone, new.issue, new.requested_solution));
begin
  insert into call_words as w (organization_id, call_id, client_id, ring_at, head)
  values (new.organization_id, new.id, new.client_id, new.ring_at, words)
  on conflict (organization_id, call_id) do update
    set client_id = excluded.client_id, ring_at = excluded.ring_at, head = excluded.head
    where (w.client_id, w.ring_at, w.head) is distinct from (excluded.client_id, excluded.ring_at, excluded.head);
  perform keep_vocabulary(new.organization_id, new.client_id, words);
  return null;
end $$;
--> statement-breakpoint
-- Once for all points of a statement, so that a call's row is written once.
CREATE OR REPLACE FUNCTION keep_note_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
begin
  update call_words w set log = left(w.log || added.words, 20000)
  from (
    select n.organization_id, n.call_id, string_agg(fold_words(n.text), '' order by n.at, n.id) as words
    from new_notes n group by 1, 2
  ) added
  where (w.organization_id, w.call_id) = (added.organization_id, added.call_id) and length(w.log) < 20000;
  perform keep_vocabulary(n.organization_id, n.client_id, string_agg(fold_words(n.text), ''))
  from new_notes n group by n.organization_id, n.client_id;
  return null;
end $$;
--> statement-breakpoint
DROP TRIGGER notes_have_words ON notes;
--> statement-breakpoint
CREATE TRIGGER notes_have_words AFTER INSERT ON notes REFERENCING NEW TABLE AS new_notes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_note_words();
--> statement-breakpoint
UPDATE call_words SET head = fold_words(head), log = fold_words(log);
--> statement-breakpoint
INSERT INTO call_vocabulary (organization_id, client_id, word, is_first)
SELECT organization_id, client_id, word, row_number() OVER (PARTITION BY organization_id, word) = 1
FROM (
  SELECT DISTINCT c.organization_id, c.client_id, w.word
  FROM call_words c CROSS JOIN LATERAL unnest(string_to_array(c.head || c.log, ' ')) w (word)
  WHERE char_length(w.word) BETWEEN 3 AND 40 AND w.word !~ '[0-9]'
) found;
--> statement-breakpoint

-- The words of a call as an index asks for them: beginnings of words, and of long numbers every part of four figures or
-- more ("0151 123" is within +49151123…). Words are cut, because an index takes none of any length.
CREATE FUNCTION words_vector(p_words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
  select array_to_tsvector(array(
    select left(w.word, 60) from unnest(string_to_array(p_words, ' ')) w (word) where w.word <> ''
    union
    select substr(left(w.word, 20), n) from unnest(string_to_array(p_words, ' ')) w (word)
    cross join lateral generate_series(2, char_length(left(w.word, 20)) - 3) n
    where w.word ~ '^[0-9]{7,}$'))
$$;
--> statement-breakpoint
-- Without fast updates: a note pays for its own words, and nobody's note or search for a heap of others'.
CREATE INDEX call_words_search ON call_words USING gin (organization_id, client_id, words_vector(head || log))
  WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX call_words_client ON call_words (organization_id, client_id, ring_at, call_id);
--> statement-breakpoint

-- What a word may have been meant to be: at most six words of the calls that are spelt alike, the likest first, and only
-- those that are nearly as like as the likest. Words that begin with it are found without.
CREATE FUNCTION words_alike(p_organization uuid, p_client uuid, p_word text) RETURNS TABLE (word text, likeness real)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  with near as (
    select v.word from call_vocabulary v
    where p_client is null and v.organization_id = p_organization and v.is_first and v.word % p_word
    union
    select v.word from call_vocabulary v
    where v.organization_id = p_organization and v.client_id = p_client and v.word % p_word
  ), alike as (
    select n.word, similarity(n.word, p_word) as likeness from near n
    where char_length(p_word) > 3 and not starts_with(n.word, p_word)
    order by 2 desc, 1 limit 6
  )
  select a.word, a.likeness from alike a
  where a.likeness >= 0.3 and a.likeness >= 0.75 * (select max(likeness) from alike) order by 2 desc, 1
$$;
--> statement-breakpoint

-- The gate. Calls in which all words of a text stand, the best first, and with each the words that were found in it: first
-- those that have the words themselves (or words that begin so), then those with words that are spelt alike. The tenant is
-- the transaction's, read as the policies read it, and never a parameter.
-- A frequent word is found among the newest calls, so that only rare ones ask the index for all calls: neither reads many.
CREATE FUNCTION gate.search_calls(p_text text, p_client uuid, p_from timestamptz, p_to timestamptz, p_limit integer)
RETURNS TABLE (call_id uuid, words text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
declare
  own_organization constant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  own_client constant uuid := nullif(current_setting('app.client_id', true), '')::uuid;
  client constant uuid := coalesce(own_client, p_client);
  numbers constant text := '(?: [0-9]+)+(?![[:alnum:]])';
  sought constant text := fold_words(left(p_text, 200));
  place constant text := 'organization_id = $1'
    || case when client is null then '' else ' and client_id = $2' end
    || case when p_from is null then '' else ' and ring_at >= $3' end
    || case when p_to is null then '' else ' and ring_at < $4' end;
  statement constant text := format('
    with newest as materialized (
      select * from (
        select call_id, ring_at, head || log as text from call_words where %1$s order by ring_at desc limit 2000
      ) n where text ~ all ($5) and call_id <> all ($10) limit 4 * $9
    ), older as materialized (
      select call_id, ring_at, head || log as text from call_words
      where (select count(*) from newest) < $9 and %1$s and words_vector(head || log) @@ $6
        and (head || log) ~ all ($5) and call_id <> all ($10)
    ), found as (
      select * from newest union all
      (select * from older where call_id not in (select call_id from newest) order by ring_at desc limit 4 * $9)
    )
    select f.call_id, present.needles from found f
    cross join lateral (
      select array_agg(ltrim(needle)) as needles,
        sum(weight + case when strpos(f.text || '' '', needle || '' '') > 0 then 1 else 0 end) as weight
      from unnest($7, $8) n (needle, weight) where strpos(f.text, needle) > 0
    ) present
    order by present.weight desc, f.ring_at desc limit $9', place);
  -- Of each word or number: a pattern of letters, figures and spaces alone, the same for the index, what may be shown of it,
  -- and how near that is to what was typed (1: the same).
  patterns text[];
  lexemes text[];
  needles text[];
  weights real[];
  spelt text[];
  alike text[];
  near real[];
  term text;
  figures text;
  has_alike boolean;
  found uuid[] := '{}';
  hit record;
begin
  if own_organization is null or own_client <> p_client or p_limit is null then return; end if;
  spelt := array(
    select left(w.word, 60) from unnest(string_to_array(regexp_replace(sought, numbers, '', 'g'), ' ')) with ordinality w (word, n)
    where char_length(w.word) > 1 group by 1 order by min(w.n) limit 8);
  for round in 1..2 loop
    patterns := '{}'; lexemes := '{}'; needles := '{}'; weights := '{}'; has_alike := false;
    foreach term in array spelt loop
      alike := array[term]; near := array[1];
      if round = 2 and cardinality(patterns) < 4 then
        select term || coalesce(array_agg(a.word), '{}'), 1::real || coalesce(array_agg(a.likeness), '{}')
        into alike, near from words_alike(own_organization, client, term) a;
        has_alike := has_alike or cardinality(alike) > 1;
      end if;
      patterns := patterns || (' (' || array_to_string(alike, '|') || ')');
      lexemes := lexemes || ('(''' || array_to_string(alike, ''':* | ''') || ''':*)');
      needles := needles || array(select ' ' || a from unnest(alike) a);
      weights := weights || near;
    end loop;
    for term in select m[1] from regexp_matches(sought, '(' || numbers || ')', 'g') m limit 4 loop
      -- However it is spaced, and without the noughts that stand for a country or a trunk line.
      figures := replace(term, ' ', '');
      figures := case when char_length(ltrim(figures, '0')) > 2 then ltrim(figures, '0') else figures end;
      continue when char_length(figures) < 2;
      patterns := patterns || ('( [0-9]*' || figures || '|' || term || ')');
      lexemes := lexemes || ('(''' || figures || ''':* | (''' || replace(ltrim(term), ' ', ''':* & ''') || ''':*))');
      needles := needles || array[figures, term];
      weights := weights || array[1, 1]::real[];
    end loop;
    exit when cardinality(patterns) = 0 or (round = 2 and not has_alike) or cardinality(found) >= p_limit;
    for hit in execute statement using own_organization, client, p_from, p_to, patterns,
      array_to_string(lexemes, ' & ')::tsquery, needles, weights, least(p_limit, 50) - cardinality(found), found loop
      call_id := hit.call_id; words := hit.needles;
      found := found || call_id;
      return next;
    end loop;
  end loop;
end $$;
--> statement-breakpoint
-- What the gate role reads of calls: their words, to look for others in them; the application reads what it shows by itself.
GRANT SELECT ON call_words, call_vocabulary TO calmline_gate;
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
