import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolveApiKey, resolveSession } from '../auth/resolve-actor';
import { recordExport } from '../domain/reviews/record-export';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';
import { streamCsv } from './csv-stream';
import { exportedCalls } from './exported-calls';
import { exportedEscalations } from './exported-escalations';
import type { ExportedList } from './exported-list';
import { exportedMessages } from './exported-messages';

const exportedLists = [exportedEscalations, exportedMessages, exportedCalls];

const EXPORT_PATH = /^\/api\/export\/([a-z]+)\.csv$/;

/** Which list an address exports; null for any other address. */
export function listOf(pathname: string): ExportedList | null {
  const [, name] = EXPORT_PATH.exec(pathname) ?? [];
  return exportedLists.find((list) => list.name === name) ?? null;
}

/**
 * `GET /api/export/escalations.csv|messages.csv|calls.csv`, with the filters of the list: all that match, for whoever
 * may read the list. It is put on record who took it.
 */
export async function answerListExport(
  request: IncomingMessage,
  response: ServerResponse,
  list: ExportedList,
  asked: URLSearchParams,
): Promise<void> {
  try {
    const session = await resolveSession(request.headers.cookie);
    const actor = session?.actor ?? (await resolveApiKey(request.headers.authorization));
    if (actor === null) throw new DomainError('UNAUTHENTICATED', 'Sign in to go on.');
    const file = list.open(actor, Object.fromEntries(asked));
    await recordExport(actor, { list: list.name, filters: [...asked.keys()] });
    await streamCsv(response, { ...file, fileName: `${list.name}.csv` });
  } catch (error) {
    sendProblem(response, error);
  }
}
