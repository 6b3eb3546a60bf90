import type { z } from 'zod';
import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { identifiedContent } from './identified-content';
import type { briefingContentInput } from './model';
import { briefings } from './tables';

type Beginning = {
  clientId: string;
  content: z.output<typeof briefingContentInput>;
  /** The program outside that reports the incident, and what it calls it; left out where a person begins. */
  sourceId?: string;
  sourceName?: string;
  externalId?: string;
};

/** Enters a new draft, inside a larger write that asked its policy and found the client. @returns its id */
export async function beginBriefing(
  tx: WriteTx,
  { clientId, content, ...source }: Beginning,
): Promise<string> {
  const id = newId();
  await tx.db.insert(briefings).values({
    organizationId: tx.actor.organizationId,
    id,
    clientId,
    state: 'draft',
    draft: identifiedContent(content, newId),
    draftRevision: 1,
    publishedRevision: 0,
    currentVersion: 0,
    ...source,
    sourceRevision: source.sourceId === undefined ? null : 1,
    createdAt: tx.now,
    updatedAt: tx.now,
    updatedByName: tx.actor.name,
  });
  await recordAudit(tx, 'briefing.created', { id, clientId });
  return id;
}
