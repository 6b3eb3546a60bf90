import type { z } from 'zod';
import { readTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import type { Outcomes, playbookReportInput } from './model';
import { getOutcomes } from './outcome-queries';
import { canReadOutcomes } from './policy';
import { loadSpan } from './report-span-queries';

export type PlaybookReport = Outcomes & { timeZone: string };

/**
 * What came of calls under each playbook on these days, by the clock of the client that is asked for; of all clients, by
 * the clock that most of them have: playbooks are compared over the same hours.
 * @throws DomainError NOT_FOUND for a client that is not there
 */
export async function getPlaybookReport(
  actor: Actor,
  { clientId, ...days }: z.output<typeof playbookReportInput>,
): Promise<PlaybookReport> {
  requireAllowed(canReadOutcomes(actor));
  const span = await readTx(actor, (tx) => loadSpan(tx, { ...days, clientId }));
  const { timeZone, starts } = requireRow(span.zones[0]);
  const [from, to] = [requireRow(starts[0]), requireRow(starts.at(-1))];
  const outcomes = await getOutcomes(actor, {
    from: from.toISOString(),
    to: to.toISOString(),
    by: 'playbook',
    ...(clientId !== undefined && { clientId }),
  });
  return { ...outcomes, timeZone };
}
