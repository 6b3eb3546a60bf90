import type { Sql } from 'postgres';

/** Of the calls that were answered, one in so many has one. */
export type FollowThrough = { promiseOneIn: number; escalationOneIn: number; messageOneIn: number };

/** What follows from the batch of calls in `seed_calls` (see volume.ts): all of it over, but for some promises. */
export async function makeFollowThrough(sql: Sql, wanted: FollowThrough): Promise<void> {
  await makePromises(sql, wanted.promiseOneIn);
  await makeEscalations(sql, wanted.escalationOneIn);
  await makeMessages(sql, wanted.messageOneIn);
}

/** Four in six are kept, one of them late; one is broken, and one open if its time has not come. */
async function makePromises(sql: Sql, oneIn: number): Promise<void> {
  await sql`
    insert into promises (organization_id, id, client_id, call_id, kind, reason, cause_id, briefing_id, what, before,
      caller_name, caller_phone, due_at, state, owner, created_by_name, created_at, ended_at, ended_by_name, evidence)
    select organization_id, promise_id, client_id, id, (array['callback', 'callback', 'information', 'fix'])[1 + chance / 29 % 4],
      'call', promise_id, briefing_id, 'A call back', '', caller_name, ani, due_at, fate.state, 'service',
      coalesce(answered_by_name, 'Dana Okafor'), answered_at,
      case when fate.state <> 'open' then due_at + make_interval(mins => chance / 31 % 60 - 45) end,
      case when fate.state <> 'open' then answered_by_name end,
      case fate.state when 'kept' then 'Called back and told.' when 'broken' then 'Nobody was reached.' else '' end
    from seed_calls
    cross join lateral (select uuidv7(answered_at - now()) as promise_id, answered_at + interval '3 hours' as due_at,
      (array['kept', 'kept', 'kept', 'kept', 'broken', 'open'])[1 + chance / 23 % 6] as state) promise
    cross join lateral (select case when promise.state = 'open' and due_at < now() - interval '2 days' then 'kept'
      else promise.state end as state) fate
    where answered_at is not null and client_id is not null and chance % ${oneIn} = 0`;
}

/** With one message each, which was sent, and with what happened; nearly all were acknowledged. */
async function makeEscalations(sql: Sql, oneIn: number): Promise<void> {
  await sql`
    create temporary table if not exists seed_escalations on commit delete rows as
    select organization_id, id, client_id, id as call_id, answered_at as started_at, answered_by_id, answered_by_name, chance,
      answered_at as acknowledged_at, answered_at as resolved_at, '' as state
    from seed_calls limit 0`;
  await sql`
    insert into seed_escalations
    select organization_id, uuidv7(started_at - now()), client_id, id, started_at, answered_by_id,
      coalesce(answered_by_name, 'Dana Okafor'), chance,
      case when fate <> 'unanswered' then acknowledged_at end,
      case when fate = 'resolved' then acknowledged_at + make_interval(secs => 300 + chance / 7 % 20000) end, fate
    from seed_calls
    cross join lateral (select answered_at + interval '40 seconds' as started_at,
      (array['resolved', 'resolved', 'resolved', 'resolved', 'acknowledged', 'unanswered'])[1 + chance / 37 % 6] as fate) one
    cross join lateral (select started_at + make_interval(secs => 15 + (chance / 41 % 900) * (chance / 43 % 3 + 1)) as acknowledged_at) two
    where answered_at is not null and client_id is not null and chance % ${oneIn} = 0`;
  await sql`
    insert into escalations (organization_id, id, client_id, call_id, state, urgency, summary, policy, cycle, step,
      started_at, started_by_id, started_by_name, acknowledged_at, acknowledged_by_name, acknowledged_via, resolved_at,
      first_sent_at, review_state, review_wanted_at, verdict)
    select organization_id, id, client_id, call_id, state,
      (array['routine', 'urgent', 'urgent', 'emergency'])[1 + chance / 47 % 4], 'Letter says the bonus is too low.',
      '{"steps": [{"targets": [{"type": "account_manager"}], "delaySeconds": 300}], "cycles": 1, "acknowledgementTimeoutSeconds": null}',
      1, 1, started_at, coalesce(answered_by_id::text, 'seed'), answered_by_name, acknowledged_at,
      case when acknowledged_at is not null then 'Tom Becker' end, case when acknowledged_at is not null then 'link' end,
      resolved_at, started_at + make_interval(secs => 1 + chance % 20),
      case when state = 'acknowledged' then 'none' when chance / 53 % 3 = 0 then 'wanted' else 'reviewed' end,
      case when state <> 'acknowledged' then coalesce(resolved_at, started_at + interval '1 hour') end,
      case when state <> 'acknowledged' and chance / 53 % 3 > 0 then
        (array['well_handled', 'well_handled', 'too_slow', 'wrong_person'])[1 + chance / 59 % 4] end
    from seed_escalations`;
  await sql`
    insert into escalation_events (organization_id, id, client_id, escalation_id, at, type, words, by_name)
    select organization_id, uuidv7(at - now()), client_id, id, at, type, words, by_name
    from seed_escalations cross join lateral (values
      (started_at, 'started', 'Started.', answered_by_name),
      (acknowledged_at, 'acknowledged', 'Acknowledged by Tom Becker.', 'Tom Becker'),
      (resolved_at, 'resolved', 'Resolved by Tom Becker.', 'Tom Becker')) event (at, type, words, by_name)
    where at is not null`;
  await sql`
    insert into deliveries (organization_id, id, client_id, cause_id, cycle, step, method_id, recipient_name, channel,
      address, cause, message, state, attempts, created_at, sent_at)
    select organization_id, uuidv7(started_at - now()), client_id, id, 1, 1, id, 'Tom Becker', 'email',
      'tom@seed.example', 'escalation', '{}', 'sent', 1, started_at, started_at + interval '2 seconds'
    from seed_escalations`;
}

async function makeMessages(sql: Sql, oneIn: number): Promise<void> {
  await sql`
    insert into messages (organization_id, id, client_id, call_id, part, state, subject, lines, created_at,
      created_by_id, created_by_name, held_because, released_at, released_by_name)
    select organization_id, uuidv7(closed_at - now()), client_id, id, 0, fate.state, 'Call from ' || caller_name,
      jsonb_build_array('Called about: ' || issue, 'Asked for: ' || requested_solution), closed_at,
      coalesce(answered_by_id::text, 'seed'), coalesce(answered_by_name, 'Dana Okafor'),
      case when fate.state = 'held' then 'check_in' end,
      case when fate.state = 'released' then closed_at + interval '5 minutes' end,
      case when fate.state = 'released' then 'Dana Okafor' end
    from seed_calls
    cross join lateral (select (array['released', 'released', 'released', 'released', 'withheld', 'in_review', 'held'])
      [1 + chance / 61 % 7] as state) fate
    where closed_at is not null and client_id is not null and chance % ${oneIn} = 0`;
}
