import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { env } from '../env';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';

let program: Promise<string> | undefined;

/**
 * The service worker of the desk and of notifications: always the newest one, so that an old one cannot stay. There is none in development, where
 * the program changes under its names.
 */
export async function answerDeskWorker(response: ServerResponse): Promise<void> {
  if (env().NODE_ENV === 'development') {
    return sendProblem(response, new DomainError('NOT_FOUND', 'There is no such resource.'));
  }
  program ??= readFile(new URL('./desk-worker-program.mjs', import.meta.url), 'utf8');
  response.writeHead(200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  });
  response.end(await program);
}
