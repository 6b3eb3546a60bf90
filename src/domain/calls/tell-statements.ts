import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { loadLiveBriefing } from '../briefings/queries';
import { appendLiveEvent } from '../live/append-live-event';
import type { tellStatementsInput, ToldStatement } from './model';
import { canWorkCall } from './policy';
import { loadOpenCall, loadTold } from './queries';
import { toldStatements } from './tables';

/**
 * Records that the caller was told these statements of one version; once each.
 * @returns everything this caller was told
 * @throws DomainError INVALID for a statement that the version does not hold
 */
export async function tellStatements(
  actor: Actor,
  input: z.output<typeof tellStatementsInput>,
): Promise<ToldStatement[]> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadOpenCall(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const versionId = input.briefingVersionId ?? call.briefingVersionId;
    if (versionId === null) throw new DomainError('INVALID', 'No briefing was in force for this call.');
    const version = requireFound(await loadLiveBriefing(tx, versionId), 'briefing version');
    if (version.clientId !== call.clientId) {
      throw new DomainError('INVALID', 'That briefing belongs to another client.');
    }
    const told = input.statementIds.map((statementId) => {
      const statement = version.content.statements.find(({ id }) => id === statementId);
      if (statement === undefined) {
        throw new DomainError('INVALID', `Version ${version.version} has no such statement.`);
      }
      return {
        organizationId: actor.organizationId,
        callId: call.id,
        briefingVersionId: versionId,
        statementId,
        clientId: call.clientId,
        text: statement.text,
        at: tx.now,
        byId: actor.id,
        byName: actor.name,
      };
    });
    await tx.db.insert(toldStatements).values(told).onConflictDoNothing();
    await recordAudit(tx, 'statements.told', call, {
      version: version.version,
      statements: input.statementIds,
    });
    const all = await loadTold(tx, call.id);
    await appendLiveEvent(tx, 'statements.told', call.clientId, { callId: call.id, told: all });
    return all;
  });
}
