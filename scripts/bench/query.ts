import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { atLeast, told, type Figure } from './figures';
import { rest, signIn, startFloor, harbor } from './target';
import { productUrl } from './settings';

const SECONDS = 8;

/** autocannon in a process of its own, so that the measuring does not slow the measured. */
async function fire(
  url: string,
  headers: Record<string, string>,
): Promise<{ rate: number; p99: number; count: number }> {
  const program = createRequire(import.meta.url).resolve('autocannon');
  const sent = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const flags = ['-c', '20', '-d', String(SECONDS), '-j', '-n', ...sent, url];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...flags]);
  const result = JSON.parse(stdout) as {
    non2xx: number;
    errors: number;
    requests: { average: number; total: number };
    latency: { p99: number };
  };
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99, count: result.requests.total };
}

/** Authenticated tRPC queries at 20 connections: one row, and all that a call page shows in one round trip. */
export async function benchQuery(): Promise<Figure[]> {
  const cookie = await signIn('account_manager');
  const input = (value: unknown) => encodeURIComponent(JSON.stringify({ json: value }));
  const client = harbor.clients[0];
  const call = await rest<{ id: string }>('POST', '/calls', {
    from: '+4915112345678',
    to: client?.dids[0] ?? '',
  });
  const row = `${productUrl}/api/trpc/clients.get?input=${input({ clientId: client?.id })}`;
  const page = `${productUrl}/api/trpc/calls.get?input=${input({ callId: call.id })}`;
  const who = `${productUrl}/api/trpc/session.me`;
  const floor = await startFloor();
  await fire(row, { cookie });
  const self = await fire(who, { cookie });
  const one = await fire(row, { cookie });
  const whole = await fire(page, { cookie });
  const bare = await fire(floor.url, {});
  floor.stop();
  return [
    atLeast('tRPC: one client, signed in, 20 connections', '/s', one.rate, 1_000, one.count, bare.rate),
    told('tRPC: who am I (the session alone)', '/s', self.rate, self.count, bare.rate),
    told('tRPC: one client, p99', 'ms', one.p99, one.count, bare.p99),
    told('tRPC: call page data in one round trip', '/s', whole.rate, whole.count, bare.rate),
  ];
}
