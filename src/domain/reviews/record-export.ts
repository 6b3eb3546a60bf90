import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { recordAudit } from '../audit/record-audit';
import type { ExportName } from './model';
import { canExportList } from './policy';

/** Somebody takes a whole list along: put on record, with the filters by name, before the first line goes out. */
export async function recordExport(
  actor: Actor,
  { list, filters }: { list: ExportName; filters: readonly string[] },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canExportList(actor, list));
    await recordAudit(
      tx,
      'list.exported',
      { id: actor.organizationId, clientId: actor.clientId },
      { list, filters },
    );
  });
}
