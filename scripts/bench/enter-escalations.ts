import type { Sql } from 'postgres';

type Place = { organizationId: string; clientId: string };

/** How many, under which mark in their summaries, and to whom; `address` is SQL over `n`, from 1 on. */
export type Many = {
  count: number;
  mark: string;
  channel?: 'email' | 'sms';
  address?: string;
  urgency?: 'emergency' | 'urgent' | 'routine';
};

const PRIORITIES = { emergency: 0, urgent: 1, routine: 2 };

/**
 * Open escalations with one message each that is due, entered behind the product's back: thousands in a second, and due
 * all at once. Nobody answers them, and no step follows.
 */
export async function enterEscalations(
  ownerSql: Sql,
  { organizationId, clientId }: Place,
  {
    count,
    mark,
    address = `'${mark}-' || n || '@many.example'`,
    channel = 'email',
    urgency = 'urgent',
  }: Many,
): Promise<void> {
  const policy = {
    steps: [{ targets: [], delaySeconds: 300 }],
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  };
  await ownerSql.unsafe(
    `with ids as materialized (
       select n, uuidv7() as escalation_id, uuidv7() as id, '${mark} ' || n as summary from generate_series(1, $3::integer) n
     ),
     begun as (
       insert into escalations (organization_id, id, client_id, state, urgency, summary, policy, cycle, step,
         next_step_due_at, started_at, started_by_id, started_by_name)
       select $1, escalation_id, $2, 'open', '${urgency}', summary, $4::text::jsonb, 1, 1, null, app_now(), 'many', 'Many'
       from ids
     )
     insert into deliveries (organization_id, id, client_id, cause_id, cycle, step, method_id, recipient_id,
       recipient_name, channel, address, cause, message, state, attempts, next_attempt_at, priority, created_at)
     select $1, id, $2, escalation_id, 1, 1, uuidv7(), uuidv7(), 'Somebody ' || n, '${channel}', ${address}, 'escalation',
       jsonb_build_object('organizationName', 'Harbor Answering', 'organizationPhone', null, 'clientName', 'Brightwater',
         'urgency', '${urgency}', 'summary', summary, 'startedAt', '2026-01-01T00:00:00Z', 'timeZone', 'UTC'),
       'pending', 0, app_now(), ${PRIORITIES[urgency]}, app_now()
     from ids`,
    [organizationId, clientId, count, JSON.stringify(policy)],
  );
}
