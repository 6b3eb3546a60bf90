import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveApiKey, resolveSession } from '../auth/resolve-actor';
import { incidentInput, packIdInput, type PackCard } from '../domain/reports/model';
import { getCallFacts, getIncidentList } from '../domain/reports/pack-content-queries';
import { getPack, getPackFile, getPackSummary, listPackCalls } from '../domain/reports/pack-queries';
import { recordPackDownload } from '../domain/reports/record-pack-download';
import { requestPack } from '../domain/reports/request-pack';
import type { Actor } from '../kernel/actor';
import { SECOND } from '../kernel/duration';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';
import type { CsvFile } from './csv-stream';
import { streamCsv } from './csv-stream';
import { fileStem } from './file-name';
import { packColumns, packLines } from './pack-columns';

type PackFormat = 'pdf' | 'csv';

/** Whoever asks for the print of an incident as it stands now waits so long for it. */
const PATIENCE = 30 * SECOND;
const PAUSE = SECOND / 4;

const BATCH = 200;

/** Which incident's report an address is, and how; null for any other address. */
export function packFileOf(pathname: string): { briefingId: string; format: PackFormat } | null {
  const [, briefingId, format] = /^\/api\/v1\/briefings\/([^/]+)\/report\.(pdf|csv)$/.exec(pathname) ?? [];
  if (briefingId === undefined) return null;
  return { briefingId, format: format === 'csv' ? 'csv' : 'pdf' };
}

/**
 * `GET /api/v1/briefings/{briefingId}/report.pdf|csv`: the hand-back of an incident, for whoever may read it, signed in or
 * with a key. With `?pack=` it is that pack; without, the incident as it stands now: the list at once, the print as soon as
 * the worker has made it. It is put on record who took it.
 */
export async function answerPackFile(
  request: IncomingMessage,
  response: ServerResponse,
  { briefingId, format }: { briefingId: string; format: PackFormat },
  asked: URLSearchParams,
): Promise<void> {
  try {
    const session = await resolveSession(request.headers.cookie);
    const actor = session?.actor ?? (await resolveApiKey(request.headers.authorization));
    if (actor === null) throw new DomainError('UNAUTHENTICATED', 'Sign in to go on.');
    if (!incidentInput.safeParse({ briefingId }).success) {
      throw new DomainError('NOT_FOUND', 'There is no such briefing.');
    }
    const packId = asked.get('pack');
    const pack = packId === null ? null : await requirePack(actor, briefingId, packId);
    if (format === 'csv') {
      const file = pack === null ? await listAsItStands(actor, briefingId) : await listOfPack(actor, pack);
      await recordPackDownload(actor, { briefingId, packId, format });
      await streamCsv(response, file);
      return;
    }
    const made = pack ?? (await printAsItStands(actor, briefingId, response));
    const { pdf, headline } = await getPackFile(actor, made.id);
    await recordPackDownload(actor, { briefingId, packId: made.id, format });
    response.writeHead(200, {
      'content-type': 'application/pdf',
      'content-length': pdf.length,
      'content-disposition': `attachment; filename="${fileStem(headline, 'incident')}-pack.pdf"`,
      'cache-control': 'no-store',
      // Should a browser ever show it in place: nothing in it runs.
      'content-security-policy': "sandbox; default-src 'none'",
    });
    response.end(pdf);
  } catch (error) {
    sendProblem(response, error);
  }
}

async function requirePack(actor: Actor, briefingId: string, packId: string): Promise<PackCard> {
  const asked = packIdInput.safeParse({ packId });
  if (!asked.success) throw new DomainError('NOT_FOUND', 'There is no such pack.');
  const pack = await getPack(actor, asked.data.packId);
  if (pack.briefingId !== briefingId) throw new DomainError('NOT_FOUND', 'There is no such pack.');
  if (pack.state !== 'ready') throw new DomainError('CONFLICT', pack.failure ?? 'This pack is not made yet.');
  return pack;
}

async function listOfPack(actor: Actor, { id, asOf }: PackCard): Promise<CsvFile> {
  const summary = await getPackSummary(actor, id);
  const lineOf = packLines(summary, asOf);
  async function* batches() {
    for (let from = 0; from < summary.figures.calls; from += BATCH) {
      const calls = await listPackCalls(actor, id, from, BATCH);
      yield calls.map((call) => lineOf(call, call.number));
    }
  }
  return {
    fileName: `${fileStem(summary.headline, 'incident')}-calls.csv`,
    columns: packColumns,
    batches: batches(),
  };
}

async function listAsItStands(actor: Actor, briefingId: string): Promise<CsvFile> {
  const { ids, asOf, ...list } = await getIncidentList(actor, briefingId);
  const lineOf = packLines(list, asOf);
  async function* batches() {
    for (let from = 0; from < ids.length; from += BATCH) {
      const calls = await getCallFacts(actor, briefingId, ids.slice(from, from + BATCH));
      yield calls.map((call, place) => lineOf(call, from + place + 1));
    }
  }
  return {
    fileName: `${fileStem(list.headline, 'incident')}-calls.csv`,
    columns: packColumns,
    batches: batches(),
  };
}

/** @throws DomainError UNAVAILABLE when the worker takes too long: it goes on, and the next asking finds it further */
async function printAsItStands(
  actor: Actor,
  briefingId: string,
  response: ServerResponse,
): Promise<PackCard> {
  const until = performance.now() + PATIENCE;
  let pack = await requestPack(actor, { briefingId });
  while (pack.state === 'queued' || pack.state === 'running') {
    if (performance.now() > until || response.destroyed) {
      response.setHeader('retry-after', '10');
      throw new DomainError('UNAVAILABLE', 'The report is being made. Ask for it again in a moment.');
    }
    await sleep(PAUSE);
    pack = await getPack(actor, pack.id);
  }
  if (pack.state === 'ready') return pack;
  throw new DomainError('UNAVAILABLE', pack.failure ?? 'The report could not be made.');
}
