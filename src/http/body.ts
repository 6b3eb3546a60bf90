import type { IncomingMessage } from 'node:http';
import { DomainError } from '../kernel/errors';

const READ_TIMEOUT_MS = 10_000;

/** So much of a body that is too large is still read, and thrown away: a client that is cut off while it sends never sees why. */
const DISCARDED_BYTES = 16_000_000;

/** The whole body as bytes. @throws DomainError TOO_LARGE beyond `limit` bytes, INVALID when it does not arrive in time */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new DomainError('TOO_LARGE', `A body may have at most ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit + DISCARDED_BYTES) throw tooLarge();
  let chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => request.destroy(new Error('body timeout')), READ_TIMEOUT_MS);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit + DISCARDED_BYTES) throw tooLarge();
      if (size > limit) chunks = [];
      else chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('INVALID', 'The body did not arrive whole.');
  } finally {
    clearTimeout(timer);
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}

/** @throws DomainError INVALID for text that is no JSON object */
export function parseJsonObject(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new DomainError('INVALID', 'The body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DomainError('INVALID', 'The body must be a JSON object.');
  }
  return value as Record<string, unknown>;
}

/** Whether the request says that its body is JSON (or has none). */
export function isJson({ headers }: IncomingMessage): boolean {
  const isEmpty =
    headers['content-length'] === '0' ||
    (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined);
  return isEmpty || /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}
