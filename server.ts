import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { ADDRESS_HEADER } from './src/auth/options';
import { openDatabase, useDatabase } from './src/db/client';
import { assertUnprivileged } from './src/db/refuse-privileged';
import { env, EnvironmentError, tellNextAuth } from './src/env';
import { addressOf } from './src/http/address';
import { answerFast } from './src/http/lanes';
import { liveHub } from './src/http/live-hub';
import { shutDownOnSignal } from './src/http/shutdown';
import { log, setLogLevel } from './src/kernel/log';

/** One server: the fast lanes answer directly, pages come from Next.js, in development and production alike. */
async function main(): Promise<void> {
  const { DATABASE_URL, HOST, PORT, NODE_ENV, LOG_LEVEL, PUBLIC_URL } = env();
  setLogLevel(LOG_LEVEL);
  tellNextAuth();
  const opened = openDatabase(DATABASE_URL);
  await assertUnprivileged(opened.sql);
  useDatabase(opened);
  await liveHub().start();

  const server = createServer();
  const app = next({ dev: NODE_ENV === 'development', httpServer: server, hostname: HOST, port: PORT });
  await app.prepare();
  const answerPage = app.getRequestHandler();

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Only this server may say where a request came from.
    request.headers[ADDRESS_HEADER] = addressOf(request);
    if (answerFast(request, response)) return;
    answerPage(request, response).catch((error: unknown) => {
      log().error({ err: error }, 'page failed');
      response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 60_000;
  shutDownOnSignal(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  log().info({ url: PUBLIC_URL }, 'web ready');
}

main().catch((error: unknown) => {
  if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`);
  else log().fatal({ err: error }, 'web could not start');
  process.exit(1);
});
