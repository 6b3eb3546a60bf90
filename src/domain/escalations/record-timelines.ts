import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { TimelineType } from './model';

export type TimelineLine = {
  escalationId: string;
  clientId: string | null;
  type: TimelineType;
  words: string;
};

/** A line in each of many escalations' timelines, by one statement, inside the write that they tell of. */
export async function recordTimelines(tx: WriteTx, lines: readonly TimelineLine[]): Promise<void> {
  if (lines.length === 0) return;
  const byName = tx.actor.kind === 'engine' ? null : tx.actor.name;
  const rows = lines.map((line) => ({ ...line, id: newId() }));
  await tx.db.execute(sql`
    insert into escalation_events (organization_id, id, client_id, escalation_id, at, type, words, by_name)
    select ${tx.actor.organizationId}, l.id, l."clientId", l."escalationId", ${tx.now.toISOString()}::timestamptz,
           l.type, l.words, ${byName}
    from ${givenRows(rows, 'id uuid, "clientId" uuid, "escalationId" uuid, type text, words text')} as l`);
}
