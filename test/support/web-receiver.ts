import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { waitFor } from './wait-for';

export type Received = { path: string; headers: Record<string, string>; raw: string; body: unknown };

/** What the receiver does with one post to a path, once; afterwards it answers 204 again. */
type ReceiverAnswer =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** Takes the whole post and never answers. */
  | { kind: 'hang' }
  /** Takes the whole post and closes the connection instead of answering. */
  | { kind: 'drop' };

export const answerWith = (status: number, headers: Record<string, string> = {}): ReceiverAnswer => ({
  kind: 'status',
  status,
  headers,
});

/** A strict web server on the loopback address: every post it gets must be expected by the test. */
export class WebReceiver {
  readonly all: Received[] = [];
  private readonly unexpected: Received[] = [];
  private readonly faults: string[] = [];
  private readonly answers = new Map<string, ReceiverAnswer[]>();
  private readonly server = createServer((request, response) => {
    this.receive(request, response).catch((error: unknown) => this.faults.push(String(error)));
  });

  static async start(): Promise<WebReceiver> {
    const receiver = new WebReceiver();
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** What to do with the next posts to this path, one after the other. */
  answer(path: string, ...answers: ReceiverAnswer[]): void {
    this.answers.set(path, [...(this.answers.get(path) ?? []), ...answers]);
  }

  /** The first post to the path that nobody expected yet; waits for it. */
  async expectPost(path: string, ms?: number): Promise<Received> {
    return waitFor(
      `a post to ${path}; unexpected so far: ${JSON.stringify(this.unexpected.map((one) => one.path))}`,
      () => {
        const at = this.unexpected.findIndex((one) => one.path === path);
        return at === -1 ? undefined : this.unexpected.splice(at, 1)[0];
      },
      ms,
    );
  }

  /** @throws for every post that no test expected, and for everything that is no JSON by POST */
  expectNoMore(): void {
    const posts = this.unexpected.map(
      ({ path, raw }) => `an unexpected post to ${path}: ${raw.slice(0, 300)}`,
    );
    const findings = [...this.faults, ...posts];
    if (findings.length > 0) throw new Error(findings.join('\n'));
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
    this.expectNoMore();
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await text(request);
    const path = request.url ?? '';
    if (request.method !== 'POST') this.faults.push(`${request.method} ${path}`);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const received = { path, headers, raw, body: JSON.parse(raw) as unknown };
    this.all.push(received);
    this.unexpected.push(received);
    const answer = this.answers.get(path)?.shift() ?? answerWith(204);
    if (answer.kind === 'drop') request.socket.destroy();
    if (answer.kind === 'status') response.writeHead(answer.status, answer.headers).end(answer.body);
  }
}
