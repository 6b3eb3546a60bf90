import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { LiveBriefing } from '../briefings/model';
import { holdBriefing } from '../briefings/queries';
import { loadLiveBriefing, loadVersionContent } from '../briefings/version-queries';
import type { tellStatementsInput, ToldStatement } from '../calls/model';
import { canWorkCall } from '../calls/policy';
import { loadOpenCall, loadTold } from '../calls/queries';
import { toldStatements } from '../calls/tables';
import { appendLiveEvent } from '../live/append-live-event';
import { joinRecall } from './join-recall';
import { loadWithdrawnSince } from './statement-queries';
import { hasWords, toldWords } from './told-words';

type Input = z.output<typeof tellStatementsInput>;
type Telling = typeof toldStatements.$inferInsert;

/**
 * Records that the caller was told these statements of one version; once each. What was said is a fact: words that are
 * withdrawn or out of date by now are recorded too, and a caller who was told withdrawn ones joins their recall.
 * @returns everything this caller was told
 * @throws DomainError INVALID for a statement that the version does not hold
 */
export async function tellStatements(actor: Actor, input: Input): Promise<ToldStatement[]> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadOpenCall(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const versionId = input.briefingVersionId ?? call.briefingVersionId;
    if (versionId === null) throw new DomainError('INVALID', 'No briefing was in force for this call.');
    const version = requireFound(await loadLiveBriefing(tx, versionId), 'briefing version');
    if (version.clientId !== call.clientId) {
      throw new DomainError('INVALID', 'That briefing belongs to another client.');
    }
    // Either a withdrawal sees this record, or this record sees the withdrawal: nobody who was told slips through.
    await holdBriefing(tx, version.briefingId);
    await recordTold(tx, call.id, version, input);
    const all = await loadTold(tx, call.id);
    await appendLiveEvent(tx, 'statements.told', call.clientId, { callId: call.id, told: all });
    return all;
  });
}

async function recordTold(
  tx: WriteTx,
  callId: string,
  version: LiveBriefing,
  { statementIds, language }: Input,
): Promise<void> {
  const { briefingId, clientId, versionId } = version;
  const content = requireFound(await loadVersionContent(tx, briefingId, version.version), 'briefing version');
  const withdrawn = await loadWithdrawnSince(tx, version, statementIds);
  const tellings = [...new Set(statementIds)].map((statementId) => {
    const statement = content.statements.find(({ id }) => id === statementId);
    if (statement === undefined) {
      throw new DomainError('INVALID', `Version ${version.version} has no such statement.`);
    }
    const approved = version.content.statements.find(({ id }) => id === statementId);
    const telling: Telling = {
      organizationId: tx.actor.organizationId,
      callId,
      briefingVersionId: versionId,
      statementId,
      clientId,
      briefingId,
      ...toldWords(statement, approved, language, content.language),
      at: tx.now,
      isAfterWithdrawal: false,
      byId: tx.actor.id,
      byName: tx.actor.name,
    };
    const since = withdrawn.filter((one) => one.statementId === statementId && hasWords(statement, one.text));
    return { telling: { ...telling, isAfterWithdrawal: since.length > 0 }, since };
  });
  const added = await tx.db
    .insert(toldStatements)
    .values(tellings.map(({ telling }) => telling))
    .onConflictDoNothing()
    .returning({ statementId: toldStatements.statementId });
  const subject = { id: callId, clientId };
  await recordAudit(tx, 'statements.told', subject, { version: version.version, statements: statementIds });

  const isAdded = (id: string) => added.some(({ statementId }) => statementId === id);
  const late = tellings.filter(({ telling, since }) => since.length > 0 && isAdded(telling.statementId));
  if (late.length === 0) return;
  await recordAudit(tx, 'statements.told_after_withdrawal', subject, {
    version: version.version,
    statements: late.map(({ telling }) => telling.statementId),
  });
  for (const { telling, since } of late) {
    const told = { briefingId, clientId, callId, text: telling.text, language: content.language };
    for (const one of since) await joinRecall(tx, told, one, { isToldAgain: true });
  }
}
