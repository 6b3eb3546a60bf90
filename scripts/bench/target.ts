import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get, request, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { demoFile, productUrl } from './settings';

type Demo = {
  organizations: {
    users: { email: string; password: string; role: string }[];
    clients: { id: string; name: string; dids: string[] }[];
    apiKeys: { key: string; role: string }[];
    telephony: { connectionId: string; secret: string };
  }[];
};

const [organization] = (JSON.parse(readFileSync(demoFile, 'utf8')) as Demo).organizations;
if (organization === undefined) throw new Error('The demo has no organization.');
export const harbor = organization;

const apiKey = harbor.apiKeys.find(({ role }) => role === 'admin')?.key ?? '';

const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

/** One request with its own timing; rejects on any status of 400 and above. */
export async function send(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ text: string; headers: IncomingMessage['headers'] }> {
  const sent = request(url, {
    method,
    agent,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) text += chunk;
  if ((response.statusCode ?? 500) >= 400)
    throw new Error(`${method} ${url}: ${response.statusCode ?? ''} ${text}`);
  return { text, headers: response.headers };
}

export async function rest<Answer>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { text } = await send(`${productUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return JSON.parse(text) as Answer;
}

const cookiesOf = (headers: IncomingMessage['headers']) =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');

/** Signs in as the sign-in form does. @returns the Cookie header */
export async function signIn(role: string): Promise<string> {
  const user = harbor.users.find((candidate) => candidate.role === role);
  if (user === undefined) throw new Error(`The demo has no ${role}.`);
  const csrf = await send(`${productUrl}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email: user.email, password: user.password, json: 'true' });
  const answer = await send(`${productUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: {
      cookie: cookiesOf(csrf.headers).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: form.toString(),
  });
  return cookiesOf(answer.headers).join('; ');
}

/** Opens event streams. `onEvent` gets each event's type, its text, and when it came. */
export async function openStreams(
  url: string,
  count: number,
  headers: Record<string, string>,
  onEvent: (type: string, text: string, at: number) => void,
): Promise<() => void> {
  const open = await Promise.all(
    Array.from({ length: count }, async () => {
      const sent = get(url, { headers, agent: false });
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      if (response.statusCode !== 200) throw new Error(`A stream was refused: ${response.statusCode ?? ''}`);
      let rest = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const at = performance.now();
        const frames = (rest + chunk).split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) {
          const type = /^event: (.*)$/m.exec(frame)?.[1];
          if (type !== undefined) onEvent(type, frame, at);
        }
      });
      return sent;
    }),
  );
  return () => open.forEach((sent) => sent.destroy());
}

/** What the demo's telephone switch would send. */
export async function reportCall(event: Record<string, unknown>): Promise<void> {
  const body = JSON.stringify({ at: new Date().toISOString(), ...event });
  const at = new Date();
  const id = `msg_${performance.now()}`;
  await send(`${productUrl}/api/hooks/telephony/${harbor.telephony.connectionId}`, {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(harbor.telephony.secret).sign(id, at, body),
    },
    body,
  });
}

/** CPU seconds that the web process has used so far, from its own metrics. */
export async function productCpu(): Promise<number> {
  const { text } = await send(`${productUrl}/api/metrics`);
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

/** The bare server in a process of its own. */
export async function startFloor(): Promise<{ url: string; cpu(): Promise<number>; stop(): void }> {
  const child = fork(new URL('./floor.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const [port] = (await once(child, 'message')) as [number];
  const url = `http://127.0.0.1:${port}`;
  return { url, cpu: async () => Number((await send(`${url}/cpu`)).text), stop: () => child.kill() };
}
