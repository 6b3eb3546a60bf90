import { sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { briefingInForce } from '../briefings/version-queries';

/** Whose number was dialled, how it is answered, and which version is in force for the client. */
type DidOwner = {
  clientId: string;
  label: string;
  answerPhrase: string;
  briefingId: string | null;
  versionId: string | null;
  /** The client's own choice; null: none. */
  clientPlaybookId: string | null;
  briefingPlaybookId: string | null;
};

type Row = {
  client_id: string;
  label: string;
  answer_phrase: string;
  briefing_id: string | null;
  version_id: string | null;
  client_playbook_id: string | null;
  briefing_playbook_id: string | null;
};

/**
 * One query from the dialled number to the briefing in force: it stands between a ring and the first words on a desk,
 * so it takes at most a millisecond (`npm run bench -- in-force`).
 * @param number E.164
 * @returns undefined for a number that belongs to nobody
 */
export async function loadDidOwner(tx: ReadTx, number: string, at: Date): Promise<DidOwner | undefined> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const [row] = await tx.db.execute<Row>(sql`
    select d.client_id, d.label, coalesce(nullif(d.answer_phrase, ''), c.greeting) as answer_phrase,
           b.briefing_id, b.version_id, c.playbook_id as client_playbook_id,
           (select v.content->>'playbookId' from briefing_versions v
            where v.organization_id = d.organization_id and v.id = b.version_id) as briefing_playbook_id
    from dids d
    join clients c on c.organization_id = d.organization_id and c.client_id = d.client_id
    left join lateral (${briefingInForce(sql`d.organization_id`, sql`d.client_id`, now)}) b on true
    where d.organization_id = ${tx.actor.organizationId} and d.number = ${number}`);
  if (row === undefined) return undefined;
  return {
    clientId: row.client_id,
    label: row.label,
    answerPhrase: row.answer_phrase,
    briefingId: row.briefing_id,
    versionId: row.version_id,
    clientPlaybookId: row.client_playbook_id,
    briefingPlaybookId: row.briefing_playbook_id,
  };
}
