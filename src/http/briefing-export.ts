import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolveApiKey, resolveSession } from '../auth/resolve-actor';
import { briefingMarkdown } from '../domain/briefings/briefing-markdown';
import { briefingSheet, type BriefingExport } from '../domain/briefings/briefing-sheet';
import { getBriefingExport } from '../domain/briefings/export-queries';
import { exportedBriefing } from '../domain/briefings/exported-briefing';
import { briefingIdInput } from '../domain/briefings/model';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';
import { briefingPdf } from './briefing-pdf';
import { fileStem } from './file-name';

const formats = ['md', 'json', 'pdf'] as const;
export type ExportFormat = (typeof formats)[number];

const EXPORT_PATH = new RegExp(`^/api/v1/briefings/([^/]+)/export\\.(${formats.join('|')})$`);

const contentTypes: Record<ExportFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

/** Which briefing an address exports, and how; null for any other address. */
export function exportOf(pathname: string): { briefingId: string; format: ExportFormat } | null {
  const [, briefingId, format] = EXPORT_PATH.exec(pathname) ?? [];
  const known = formats.find((one) => one === format);
  return briefingId === undefined || known === undefined ? null : { briefingId, format: known };
}

/** `GET /api/v1/briefings/{briefingId}/export.md|json|pdf`: a file, for whoever may read the briefing. */
export async function answerExport(
  request: IncomingMessage,
  response: ServerResponse,
  { briefingId, format }: { briefingId: string; format: ExportFormat },
): Promise<void> {
  try {
    const session = await resolveSession(request.headers.cookie);
    const actor = session?.actor ?? (await resolveApiKey(request.headers.authorization));
    if (actor === null) throw new DomainError('UNAUTHENTICATED', 'Sign in to go on.');
    const asked = briefingIdInput.safeParse({ briefingId });
    if (!asked.success) throw new DomainError('NOT_FOUND', 'There is no such briefing.');
    const source = await getBriefingExport(actor, asked.data.briefingId);
    const bytes = await bytesOf(source, format);
    response.writeHead(200, {
      'content-type': contentTypes[format],
      'content-length': bytes.length,
      'content-disposition': `attachment; filename="${fileName(source, format)}"`,
      'cache-control': 'no-store',
      // Should a browser ever show it in place: nothing in it runs.
      'content-security-policy': "sandbox; default-src 'none'",
    });
    response.end(bytes);
  } catch (error) {
    sendProblem(response, error);
  }
}

async function bytesOf(source: BriefingExport, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'md':
      return Buffer.from(briefingMarkdown(briefingSheet(source)));
    case 'json':
      return Buffer.from(`${JSON.stringify(exportedBriefing(source), null, 2)}\n`);
    case 'pdf':
      return briefingPdf(briefingSheet(source));
  }
}

/** Letters, digits and hyphens alone: `payslips-show-wrong-amounts-v3.pdf`. */
function fileName({ content, version }: BriefingExport, format: ExportFormat): string {
  return `${fileStem(content.headline, 'briefing')}-${version === 0 ? 'draft' : `v${version}`}.${format}`;
}
