import postgres from 'postgres';

/**
 * Takes away what finds lost work: no row is offered a second time, neither by the sweep nor by the re-check. Only the
 * queue's own recovery is left. The drill must fail then, or it proves nothing.
 */
export async function withoutSweep(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`
    create or replace function gate.claim_fair_deliveries(p_limit integer, p_lease interval, p_waiting integer)
    returns table (organization_id uuid, id uuid, turn text, is_first boolean)
    language sql volatile security definer set search_path = public, pg_temp as $$
      update deliveries d set claimed_until = app_now() + p_lease
      where d.state = 'pending' and d.attempts = 0 and d.claimed_until is null and d.next_attempt_at <= app_now()
      returning d.organization_id, d.id, '0', false
    $$;
    create or replace function gate.take_overdue(p_patience interval, p_limit integer)
    returns table (kind text, organization_id uuid, id uuid, turn text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select null::text, null::uuid, null::uuid, null::text where false
    $$;`);
  await admin.end();
}
