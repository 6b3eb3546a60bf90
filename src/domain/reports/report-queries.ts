import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { ServiceRules } from '../tenancy/model';
import { loadStatedRules } from '../tenancy/service-rules-queries';
import { loadAcknowledgementRows } from './acknowledgement-queries';
import { loadLevelRows } from './level-queries';
import { loadMinuteRows } from './minute-queries';
import type { ReportGrouping, reportInput, ReportKind } from './model';
import { canReadBilling, canReadReports } from './policy';
import { loadPromiseRows } from './promise-count-queries';
import {
  addUp,
  figuresOfNone,
  sizeOf,
  type Report,
  type ReportFigures,
  type ReportRow,
} from './report-figures';
import type { CountedRow } from './report-row-queries';
import { loadSpan, prepareReport, type ReportSpan } from './report-span-queries';

const MOST_ROWS = 500;

type Known = { rules: ServiceRules; now: Date };
type Counts<Figures> = { rows: CountedRow<Figures>[]; total: Figures };
type Load<Kind extends ReportKind> = (
  tx: ReadTx,
  span: ReportSpan,
  by: ReportGrouping,
  known: Known,
) => Promise<Counts<ReportFigures[Kind]>>;

/** What is asked for each kind of report. */
const loads: { [Kind in ReportKind]: Load<Kind> } = {
  level: async (tx, span, by, { rules }) => summed('level', await loadLevelRows(tx, span, by, rules)),
  minutes: async (tx, span, by, { rules }) => summed('minutes', await loadMinuteRows(tx, span, by, rules)),
  promises: async (tx, span, by, { now }) => summed('promises', await loadPromiseRows(tx, span, by, now)),
  acknowledgement: (tx, span, by) => loadAcknowledgementRows(tx, span, by),
};

function summed<Kind extends 'level' | 'minutes' | 'promises'>(
  kind: Kind,
  rows: CountedRow<ReportFigures[Kind]>[],
): Counts<ReportFigures[Kind]> {
  const none = figuresOfNone(kind);
  return {
    rows,
    total: addUp(
      none,
      rows.map(({ figures }) => figures),
    ),
  };
}

/** @throws DomainError FORBIDDEN for those whom these figures are not for */
export function requireReader(actor: Actor, kind: ReportKind): void {
  requireAllowed(kind === 'minutes' ? canReadBilling(actor) : canReadReports(actor));
}

/** The figures with the names of their clients, in no order. */
export async function loadReportRows<Kind extends ReportKind>(
  tx: ReadTx,
  kind: Kind,
  { span, by, known }: { span: ReportSpan; by: ReportGrouping; known: Known },
): Promise<{ rows: ReportRow<ReportFigures[Kind]>[]; total: ReportFigures[Kind] }> {
  const { rows, total } = await loads[kind](tx, span, by, known);
  const ids = [...new Set(rows.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))];
  const names = by === 'day' || ids.length === 0 ? [] : await loadNames(tx, ids);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const nobody = by === 'day' ? '' : 'No client';
  const named = rows.map(({ day, clientId, figures }) => ({
    day: day === null ? null : (span.dates[day - 1] ?? null),
    clientId,
    clientName: clientId === null ? nobody : (nameOf.get(clientId) ?? 'A client that is not there'),
    figures,
  }));
  return { rows: named, total };
}

async function loadNames(tx: ReadTx, ids: string[]): Promise<{ id: string; name: string }[]> {
  return tx.db
    .select({ id: clients.clientId, name: clients.name })
    .from(clients)
    .where(within(tx, clients, inArray(clients.clientId, ids)));
}

/**
 * The figures of some days, by day or by client; each row of a day of a client counts on the client's own clock. Days
 * without anything are there, clients without anything are not. By client, the 500 with the most are shown, by name.
 * @throws DomainError NOT_FOUND for a client that is not there
 */
export async function getReport<Kind extends ReportKind>(
  actor: Actor,
  kind: Kind,
  { by, ...days }: z.output<typeof reportInput>,
): Promise<Report<ReportFigures[Kind]>> {
  requireReader(actor, kind);
  return readTx(actor, async (tx, clock) => {
    const [span, rules, now] = await Promise.all([
      loadSpan(tx, days),
      loadStatedRules(tx),
      clock(),
      prepareReport(tx),
    ]);
    const { rows, total } = await loadReportRows(tx, kind, { span, by, known: { rules, now } });
    const shown = by === 'day' ? everyDay(kind, span.dates, rows) : theLargest(rows);
    return {
      rows: shown,
      total,
      isCut: rows.length > shown.length,
      timeZones: span.zones.map(({ timeZone }) => timeZone),
      rules,
    };
  });
}

function everyDay<Kind extends ReportKind>(
  kind: Kind,
  dates: readonly string[],
  rows: readonly ReportRow<ReportFigures[Kind]>[],
): ReportRow<ReportFigures[Kind]>[] {
  const found = new Map(rows.map((row) => [row.day, row]));
  return dates.map(
    (day) => found.get(day) ?? { day, clientId: null, clientName: '', figures: figuresOfNone(kind) },
  );
}

/** Those of no client come last. */
function theLargest<Figures extends ReportFigures[ReportKind]>(
  rows: readonly ReportRow<Figures>[],
): ReportRow<Figures>[] {
  const place = ({ clientId, clientName }: ReportRow<Figures>) =>
    `${clientId === null ? 1 : 0} ${clientName.toLocaleLowerCase('en')} ${clientId ?? ''}`;
  return rows
    .toSorted((a, b) => sizeOf(b.figures) - sizeOf(a.figures))
    .slice(0, MOST_ROWS)
    .toSorted((a, b) => place(a).localeCompare(place(b), 'en'));
}
