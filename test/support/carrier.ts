import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import {
  listPage,
  newSid,
  readRequest,
  refusalOf,
  showTaken,
  type Resource,
  type Taken,
} from './carrier-api';
import { carrierAccount } from './carrier-account';
import { waitFor } from './wait-for';

type Refusal = {
  kind: 'refuse';
  status: number;
  code: number;
  words: string;
  retryAfterSeconds?: number | undefined;
};

/** What the carrier does with one request for a number, once; afterwards it takes them again. */
type Answer =
  | Refusal
  /** `isTaken`: the message is on its way all the same. `cut`: the connection ends; else nobody ever answers. */
  | { kind: 'silent'; isTaken: boolean; isCut: boolean }
  /** Taken, and answered when told. */
  | { kind: 'hold'; reached: (taken: Taken) => void; released: Promise<void> };

export const refuseWith = (status: number, code: number, words = 'No.'): Refusal => ({
  kind: 'refuse',
  status,
  code,
  words,
});
export const tooMany = (retryAfterSeconds?: number): Refusal => ({
  ...refuseWith(429, 20429, 'Too Many Requests'),
  retryAfterSeconds,
});
export const takeAndCut: Answer = { kind: 'silent', isTaken: true, isCut: true };
export const cutOff: Answer = { kind: 'silent', isTaken: false, isCut: true };
export const neverAnswer: Answer = { kind: 'silent', isTaken: false, isCut: false };

export type Held = { taken: Promise<Taken>; release: () => void };

/**
 * A strict stand-in for Twilio on the loopback address: its requests, its answers, its signed callbacks. Whatever it
 * takes must be expected by the test, and whatever is not in Twilio's shape is a fault: both fail the test at `stop()`.
 */
export class Carrier {
  readonly authToken = carrierAccount.authToken;
  readonly from = carrierAccount.from;
  /** Everything it took, oldest first. */
  readonly taken: Taken[] = [];
  /** How many requests reached it, of any kind. */
  requests = 0;
  /** How many connections it was asked over. */
  connections = 0;
  private readonly unexpected: Taken[] = [];
  private readonly answers = new Map<string, Answer[]>();
  private readonly faults: string[] = [];
  private readonly server = createServer((request, response) => {
    this.receive(request, response).catch((error: unknown) => {
      this.faults.push(String(error));
      response.destroy();
    });
  });

  private constructor(
    private readonly clock: () => Date | Promise<Date>,
    readonly accountSid: string,
  ) {}

  /**
   * @param clock what it dates its messages with
   * @param place a port and an account that the product knows already
   */
  static async start(
    clock: () => Date | Promise<Date> = () => new Date(),
    { port = 0, accountSid = newSid('AC') } = {},
  ): Promise<Carrier> {
    const carrier = new Carrier(clock, accountSid);
    carrier.server.on('connection', () => (carrier.connections += 1));
    carrier.server.listen(port, '127.0.0.1');
    await once(carrier.server, 'listening');
    return carrier;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** As the worker wants it. */
  get settings() {
    const { accountSid, authToken, from, url: apiUrl } = this;
    return { accountSid, authToken, from, apiUrl };
  }

  /** As the web process wants it. */
  get variables() {
    return {
      TWILIO_ACCOUNT_SID: this.accountSid,
      TWILIO_AUTH_TOKEN: this.authToken,
      TWILIO_FROM: this.from,
      TWILIO_API_URL: this.url,
    };
  }

  /** What to do with the next requests for this number, one after the other. */
  answer(to: string, ...answers: Answer[]): void {
    this.answers.set(to, [...(this.answers.get(to) ?? []), ...answers]);
  }

  /** The next message to this number is taken, but answered only when released. */
  hold(to: string): Held {
    let release: Held['release'] = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const taken = new Promise<Taken>((reached) => this.answer(to, { kind: 'hold', reached, released }));
    return { taken, release };
  }

  async expectText(to: string, ms?: number): Promise<Taken> {
    return this.expect('Messages', to, ms);
  }

  async expectCall(to: string, ms?: number): Promise<Taken> {
    return this.expect('Calls', to, ms);
  }

  /** @throws for everything it took that no test expected, and for every breach of Twilio's form */
  expectNoMore(): void {
    const messages = this.unexpected.map(
      ({ resource, to, body }) => `unexpected ${resource} to ${to}: ${body}`,
    );
    const findings = [...this.faults, ...messages];
    if (findings.length > 0) throw new Error(findings.join('\n'));
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
    this.expectNoMore();
  }

  private async expect(resource: Resource, to: string, ms?: number): Promise<Taken> {
    const seen = () => this.unexpected.map((one) => `${one.resource} ${one.to}`).join(', ');
    return waitFor(
      `${resource} to ${to}; unexpected so far: ${seen()}; faults: ${this.faults.join(' ')}`,
      () => {
        const at = this.unexpected.findIndex((one) => one.to === to && one.resource === resource);
        return at === -1 ? undefined : this.unexpected.splice(at, 1)[0];
      },
      ms,
    );
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const read = readRequest(this, request, await readText(request));
    if (read.kind === 'fault') {
      this.faults.push(read.words);
      return reply(response, 400, refusalOf(400, 20001, read.words));
    }
    if (read.kind === 'stranger') return reply(response, 401, refusalOf(401, 20003, 'Authenticate'));
    if (read.kind === 'list') return reply(response, 200, listPage(this.accountSid, this.taken, read));
    const next = this.answers.get(read.form.To ?? '')?.shift();
    if (next?.kind === 'refuse') {
      const later = next.retryAfterSeconds;
      const headers = later === undefined ? {} : { 'retry-after': String(later) };
      return reply(response, next.status, refusalOf(next.status, next.code, next.words), headers);
    }
    if (next?.kind === 'silent' && !next.isTaken) return next.isCut ? void response.destroy() : undefined;
    const taken = await this.take(read.resource, read.form);
    if (next?.kind === 'silent') return next.isCut ? void response.destroy() : undefined;
    if (next?.kind === 'hold') {
      next.reached(taken);
      await next.released;
    }
    reply(response, 201, showTaken(this.accountSid, taken));
  }

  private async take(resource: Resource, form: Record<string, string>): Promise<Taken> {
    const { To: to = '', From: from = '', Body: body = '', StatusCallback: statusCallback = '' } = form;
    const taken: Taken = {
      resource,
      sid: newSid(resource === 'Messages' ? 'SM' : 'CA'),
      to,
      from,
      body,
      statusCallback,
      status: 'queued',
      createdAt: await this.clock(),
      link: /\S+\/ack\/[\w.-]+/.exec(body)?.[0],
      code: /Reply (\d+)a/.exec(body)?.[1],
      url: form.Url ?? '',
    };
    this.taken.push(taken);
    this.unexpected.push(taken);
    return taken;
  }
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
