import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { ReportState } from './model';
import { reportRequests } from './tables';

type Asked = {
  escalationId: string;
  clientId: string | null;
  runFromCycle: number;
  personId: string | null;
  personName: string;
  /** The message that was answered. */
  deliveryId: string | null;
  state: Extract<ReportState, 'open' | 'over'>;
  dueAt: Date;
  remindAt: Date | null;
};

/** Asks whoever acknowledged to report back, inside that write; once a run. */
export async function requestReport(tx: WriteTx, asked: Asked): Promise<void> {
  await tx.db
    .insert(reportRequests)
    .values({ ...asked, organizationId: tx.actor.organizationId, id: newId(), askedAt: tx.now })
    .onConflictDoNothing();
}
