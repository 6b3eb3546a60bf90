import type { Sql } from 'postgres';

const BATCH = 50_000;

/**
 * Makes calls of the past year for the first organization, in batches, straight in SQL: for benchmarks and for seeing
 * how the screens feel when they are full.
 */
export async function makeCalls(ownerSql: Sql, amount: number, tell: (made: number) => void): Promise<void> {
  for (let made = 0; made < amount; made += BATCH) {
    const count = Math.min(BATCH, amount - made);
    await ownerSql`
      insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase,
                         ring_at, answered_at, ended_at, closed_at, answered_by_name, caller_name, mood_at_start, mood, disposition)
      select d.organization_id, uuidv7(at - now()), d.client_id, 'seed', d.number,
             '+4930' || (1000000 + (n * 7919) % 900000)::text, true, 'overflow', '',
             at, at + interval '6 seconds', at + interval '3 minutes', at + interval '4 minutes', 'Dana Okafor',
             (array['Jonas Weber', 'Amina Yilmaz', 'Grace Hall', 'Pavel Novak', 'Sofia Rossi'])[1 + n % 5],
             (array['upset', 'angry', 'calm'])[1 + n % 3], 'calm', (array['informed', 'message_taken', 'escalated'])[1 + n % 3]
      from generate_series(${made + 1}::integer, ${made + count}::integer) n
      cross join lateral (select now() - interval '365 days' * (n::double precision / ${amount}) as at) moment
      cross join lateral (
        select organization_id, client_id, number from dids
        where organization_id = (select organization_id from organizations order by created_at, organization_id limit 1)
        order by md5(number || (n % 97)::text) limit 1
      ) d`;
    tell(made + count);
  }
  await ownerSql`analyze calls`;
}
