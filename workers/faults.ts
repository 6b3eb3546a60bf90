import { noteFault, type RowKind } from '@/db/audit-gate';
import { database } from '@/db/client';
import { engineActor } from '@/db/gate';
import { tellSetAside } from '@/domain/escalations/tell-set-aside';
import { log } from '@/kernel/log';
import { complaint } from './complaint';
import type { Turn } from './connection';

const uncounted = complaint('a fault could not be counted');

/**
 * The database was away, or stopped us: nothing is wrong with the row (PostgreSQL's classes 08, 40, 53, 55, 57 and the
 * driver's own codes).
 */
function isOfTheDatabase(error: unknown): boolean {
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined);
  return code !== undefined && /^(08|40|53|55|57|CONNECT|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/.test(code);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Counts what goes wrong in our own hands while a row is handled. A row that fails five times is set aside, in sight of
 * the account managers, and no longer takes a turn from others.
 */
export async function countFault(kind: RowKind, turn: Turn, error: unknown): Promise<void> {
  if (isOfTheDatabase(error)) return;
  const words = error instanceof Error ? error.message : String(error);
  try {
    if (!(await noteFault(database().sql, kind, turn, words))) return;
    log().error({ err: error, kind, id: turn.id }, 'a row was set aside');
    await tellSetAside(engineActor(turn.organizationId), { kind, id: turn.id });
  } catch (fault) {
    uncounted(fault);
  }
}

/** The work on one row, with its faults counted; they end the job as before. */
export function withFaultsCounted(
  kind: RowKind,
  work: (turn: Turn) => Promise<void>,
): (turn: Turn) => Promise<void> {
  return async (turn) => {
    try {
      await work(turn);
    } catch (error) {
      await countFault(kind, turn, error);
      throw error;
    }
  };
}
