import { asc, gt } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { clients } from '../clients/tables';
import type { ServiceRules } from '../tenancy/model';
import { loadStatedRules } from '../tenancy/service-rules-queries';
import type { reportFileInput, ReportKind } from './model';
import type { ReportFigures, ReportRow } from './report-figures';
import { loadReportRows, requireReader } from './report-queries';
import { loadSpan, prepareReport } from './report-span-queries';

/** So many clients are counted at a time, so that a year of days of all clients is never held at once. */
const CLIENTS = 100;

type Asked<Kind extends ReportKind> = Omit<z.output<typeof reportFileInput>, 'kind'> & { kind: Kind };
type Rows<Kind extends ReportKind> = ReportRow<ReportFigures[Kind]>[];
/** With the rules by which they were counted: a bill says how it was rounded. */
export type ReportBatch<Kind extends ReportKind> = { rows: Rows<Kind>; rules: ServiceRules };

/**
 * A whole report, some clients at a time: nobody is left out, however many there are. By client in the order of their
 * ids, numbers that belong to nobody last, the days of each in order.
 * @throws DomainError NOT_FOUND for a client that is not there
 */
export async function* reportBatches<Kind extends ReportKind>(
  actor: Actor,
  asked: Asked<Kind>,
): AsyncGenerator<ReportBatch<Kind>, undefined> {
  requireReader(actor, asked.kind);
  if (asked.by === 'day' || asked.clientId !== undefined || actor.clientId !== null) {
    yield await loadBatch(actor, asked, null);
    return undefined;
  }
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await readTx(actor, (tx) => loadClientIds(tx, after));
    if (ids.length > 0) yield await loadBatch(actor, asked, ids);
    after = ids.at(-1) ?? null;
    if (ids.length < CLIENTS) break;
  }
  yield await loadBatch(actor, asked, [null]);
  return undefined;
}

async function loadClientIds(tx: ReadTx, after: string | null): Promise<string[]> {
  const rows = await tx.db
    .select({ id: clients.clientId })
    .from(clients)
    .where(within(tx, clients, after === null ? undefined : gt(clients.clientId, after)))
    .orderBy(asc(clients.clientId))
    .limit(CLIENTS);
  return rows.map(({ id }) => id);
}

async function loadBatch<Kind extends ReportKind>(
  actor: Actor,
  { kind, by, ...days }: Asked<Kind>,
  only: readonly (string | null)[] | null,
): Promise<ReportBatch<Kind>> {
  return readTx(actor, async (tx, clock) => {
    const [span, rules, now] = await Promise.all([
      loadSpan(tx, days),
      loadStatedRules(tx),
      clock(),
      prepareReport(tx),
    ]);
    const known = { rules, now };
    const { rows } = await loadReportRows(tx, kind, {
      span: { ...span, only: only ?? span.only },
      by,
      known,
    });
    const place = ({ clientId, day }: Rows<Kind>[number]) => `${clientId ?? 'nobody'} ${day ?? ''}`;
    return { rows: rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)), rules };
  });
}
