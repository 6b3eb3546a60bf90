SELECT raise_walls();
--> statement-breakpoint
REVOKE UPDATE ON playbook_versions FROM calmline_app;
--> statement-breakpoint
GRANT DELETE ON call_desks, assignments TO calmline_app;
--> statement-breakpoint
GRANT DELETE, SELECT (seen_at) ON call_desks TO calmline_gate;
--> statement-breakpoint

-- Briefings of before: the apology that blames nobody was always permitted, and no playbook was named.
UPDATE briefings SET draft = '{"apologies": ["blameless"], "playbookId": null}'::jsonb || draft;
--> statement-breakpoint
UPDATE briefing_versions SET content = '{"apologies": ["blameless"], "playbookId": null}'::jsonb || content;
--> statement-breakpoint

-- The words of a call in one text, for the search: kept by the database, so that no write can forget them.
CREATE FUNCTION keep_call_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
begin
  insert into call_words (organization_id, call_id, client_id, ring_at, head)
  values (new.organization_id, new.id, new.client_id, new.ring_at,
    concat_ws(' ', new.caller_name, new.ani, new.caller_phone, new.issue, new.requested_solution))
  on conflict (organization_id, call_id) do update
    set client_id = excluded.client_id, ring_at = excluded.ring_at, head = excluded.head;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER calls_have_words
  AFTER INSERT OR UPDATE OF client_id, ring_at, caller_name, ani, caller_phone, issue, requested_solution ON calls
  FOR EACH ROW EXECUTE FUNCTION keep_call_words();
--> statement-breakpoint
CREATE FUNCTION keep_note_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
begin
  update call_words set log = left(log || ' ' || new.text, 20000)
  where organization_id = new.organization_id and call_id = new.call_id and length(log) < 20000;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER notes_have_words AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION keep_note_words();
--> statement-breakpoint
INSERT INTO call_words (organization_id, call_id, client_id, ring_at, head, log)
SELECT c.organization_id, c.id, c.client_id, c.ring_at,
  concat_ws(' ', c.caller_name, c.ani, c.caller_phone, c.issue, c.requested_solution),
  left(coalesce((SELECT string_agg(n.text, ' ' ORDER BY n.at, n.id) FROM notes n
    WHERE n.organization_id = c.organization_id AND n.call_id = c.id), ''), 20000)
FROM calls c;
--> statement-breakpoint

SET LOCAL ROLE calmline_gate;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION gate.prune() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  delete from live_events where at < app_now() - interval '1 day';
  delete from idempotency_keys where created_at < app_now() - interval '1 day';
  delete from heartbeats where at < app_now() - interval '1 day';
  delete from presences where seen_at < app_now() - interval '1 day';
  delete from call_desks where seen_at < app_now() - interval '1 day';
$$;
--> statement-breakpoint
RESET ROLE;
