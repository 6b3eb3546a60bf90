import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADDRESS_HEADER } from '../../src/auth/options';
import { env } from '../../src/env';
import { addressOf } from '../../src/http/address';
import { answerFast } from '../../src/http/lanes';
import { liveHub } from '../../src/http/live-hub';
import { setLogLevel } from '../../src/kernel/log';
import { askAt, type Answer, type Question } from './ask';
import type { World } from './world';

export const authSecret = 'a secret of at least thirty-two characters';
export const publicUrl = 'https://calm.example';

/** What src/env.ts reads, once a process: so before its first use. An undefined value takes the variable away. */
export function setEnvironment(changes: Record<string, string | undefined> = {}): void {
  const values = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/unused_test',
    AUTH_SECRET: authSecret,
    ENCRYPTION_KEY: '0f'.repeat(32),
    PUBLIC_URL: publicUrl,
    TRUSTED_PROXIES: undefined,
    METRICS_TOKEN: undefined,
    ...changes,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

export type Lanes = {
  url: string;
  /** One request, as a program or a browser would send it. `body` goes as JSON, `raw` as it stands. */
  ask(method: string, path: string, question?: Question): Promise<Answer>;
  stop(): Promise<void>;
};

/** What a page would answer: the lanes left the request to Next.js. */
export const LEFT_TO_PAGES = 299;

/** The fast lanes as server.ts puts them together, on this process's database and an ephemeral loopback port. */
export async function startLanes(
  world: World,
  variables: Record<string, string | undefined> = {},
): Promise<Lanes> {
  setEnvironment({ DATABASE_URL: world.appUrl, ...variables });
  env();
  setLogLevel(process.env.TEST_LOG_LEVEL ?? 'silent');
  await liveHub().start();
  const server = createServer((request, response) => {
    request.headers[ADDRESS_HEADER] = addressOf(request);
    if (!answerFast(request, response)) response.writeHead(LEFT_TO_PAGES).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    ask: (method, path, question) => askAt(url, method, path, question),
    async stop() {
      liveHub().dropAll();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
