import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolveApiKey, resolveSession } from '../auth/resolve-actor';
import { playbookReportInput, reportFileInput, reportKinds, type ReportKind } from '../domain/reports/model';
import { getPlaybookReport } from '../domain/reports/playbook-report-queries';
import { reportBatches } from '../domain/reports/report-file-queries';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';
import { csvColumns } from './csv-columns';
import { streamCsv, type CsvFile } from './csv-stream';
import { playbookColumns } from './playbook-columns';
import { reportColumns } from './report-columns';

type FileKind = ReportKind | 'playbooks';

/** Which report an address exports; null for any other address. */
export function reportOf(pathname: string): FileKind | null {
  const [, name] = /^\/api\/export\/reports\/([a-z]+)\.csv$/.exec(pathname) ?? [];
  if (name === 'playbooks') return name;
  return reportKinds.find((kind) => kind === name) ?? null;
}

/**
 * `GET /api/export/reports/level|minutes|promises|acknowledgement|playbooks.csv?from&to&by&clientId`: a report of some
 * days, for whoever may read it. `by` is `day`, `client` or `client_day`; playbooks take none.
 */
export async function answerReportExport(
  request: IncomingMessage,
  response: ServerResponse,
  kind: FileKind,
  asked: URLSearchParams,
): Promise<void> {
  try {
    const session = await resolveSession(request.headers.cookie);
    const actor = session?.actor ?? (await resolveApiKey(request.headers.authorization));
    if (actor === null) throw new DomainError('UNAUTHENTICATED', 'Sign in to go on.');
    const wanted = Object.fromEntries(asked);
    const file = kind === 'playbooks' ? playbookFile(actor, wanted) : reportFile(actor, kind, wanted);
    await streamCsv(response, file);
  } catch (error) {
    sendProblem(response, error);
  }
}

function reportFile<Kind extends ReportKind>(
  actor: Actor,
  kind: Kind,
  asked: Record<string, string>,
): CsvFile {
  const wanted = { ...reportFileInput.parse({ ...asked, kind }), kind };
  const { columns, lineOf } = csvColumns(reportColumns[kind]);
  async function* lines() {
    for await (const { rows, rules } of reportBatches(actor, wanted)) {
      yield rows.map((row) => lineOf({ ...row, rules }));
    }
  }
  return { fileName: `${kind}-${wanted.from}-${wanted.to}.csv`, columns, batches: lines() };
}

function playbookFile(actor: Actor, asked: Record<string, string>): CsvFile {
  const wanted = playbookReportInput.parse(asked);
  const { columns, lineOf } = csvColumns(playbookColumns);
  async function* lines() {
    const { groups } = await getPlaybookReport(actor, wanted);
    yield groups.map(lineOf);
  }
  return { fileName: `playbooks-${wanted.from}-${wanted.to}.csv`, columns, batches: lines() };
}
