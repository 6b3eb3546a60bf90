import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { waitFor } from './wait-for';

export type Mail = {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
  /** The first acknowledgement link of the text. */
  link: string | undefined;
  /** When it was taken: milliseconds of this machine's clock. */
  at: number;
};

type Refusal = { kind: 'refuse'; code: number; words: string };

/** What the server does with one mail to an address, once; afterwards it accepts again. */
export type Answer =
  | Refusal
  /** Takes the whole message and closes the connection instead of answering. */
  | { kind: 'drop' }
  /** Takes the whole message and never answers. */
  | { kind: 'hang' }
  /** Takes the whole message and answers when told. */
  | { kind: 'hold'; reached: (mail: Mail) => void; released: Promise<Refusal | undefined> };

export const refuse = (code: number, words: string): Refusal => ({ kind: 'refuse', code, words });
export const drop: Answer = { kind: 'drop' };
export const hang: Answer = { kind: 'hang' };

export type HeldMail = { mail: Promise<Mail>; release: (refusal?: Refusal) => void };

/**
 * A strict mail server on the loopback address. Every mail it accepts must be expected by the test: what nobody
 * expected fails the test at `stop()`.
 */
export class SmtpSink {
  readonly accepted: Mail[] = [];
  private readonly unexpected: Mail[] = [];
  private readonly answers = new Map<string, Answer[]>();
  private readonly faults: string[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 1,
    onRcptTo: ({ address }, _session, callback) => {
      const next = this.answers.get(address)?.[0];
      if (next?.kind !== 'refuse') return callback();
      this.answers.get(address)?.shift();
      callback(replyOf(next.code, next.words));
    },
    onData: (stream, session, callback) => {
      this.receive(stream, session).then(
        () => callback(),
        (error: Error) => callback(error),
      );
    },
  });

  private constructor() {
    // Clients that are killed reset their connections.
    this.server.on('error', (error: NodeJS.ErrnoException) => {
      if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) this.faults.push(error.message);
    });
  }

  /** @param port a free one unless told */
  static async start(port = 0): Promise<SmtpSink> {
    const sink = new SmtpSink();
    sink.server.listen(port, '127.0.0.1');
    await once(sink.server.server, 'listening');
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** What to do with the next mails to this address, one after the other. */
  answer(address: string, ...answers: Answer[]): void {
    this.answers.set(address, [...(this.answers.get(address) ?? []), ...answers]);
  }

  /** The next mail to this address is taken whole, but answered only when released: accepted, or refused. */
  hold(address: string): HeldMail {
    let release: HeldMail['release'] = () => undefined;
    const released = new Promise<Refusal | undefined>((resolve) => (release = resolve));
    const mail = new Promise<Mail>((reached) => this.answer(address, { kind: 'hold', reached, released }));
    return { mail, release };
  }

  /** The first mail nobody expected yet that matches; waits for it. */
  async expectMail(matches: (mail: Mail) => boolean, ms?: number): Promise<Mail> {
    return waitFor(
      `a mail; unexpected so far: ${JSON.stringify(this.unexpected.map(({ to, subject }) => ({ to, subject })))}`,
      () => {
        const at = this.unexpected.findIndex(matches);
        return at === -1 ? undefined : this.unexpected.splice(at, 1)[0];
      },
      ms,
    );
  }

  async expectMailTo(address: string, ms?: number): Promise<Mail> {
    return this.expectMail(({ to }) => to === address, ms);
  }

  /** The next so many mails, whoever they are for. */
  async expectMails(count: number, ms?: number): Promise<Mail[]> {
    await waitFor(`${count} mails`, () => this.unexpected.length >= count, ms);
    return this.unexpected.splice(0, count);
  }

  /** Everything that came and nobody expected yet, in the order in which it came: it is expected now. */
  takeAll(): Mail[] {
    return this.unexpected.splice(0);
  }

  /** @throws for every accepted mail that no test expected, and for every breach of the protocol */
  expectNoMore(): void {
    const mails = this.unexpected.map(({ to, subject }) => `an unexpected mail to ${to}: ${subject}`);
    const findings = [...this.faults, ...mails];
    if (findings.length > 0) throw new Error(findings.join('\n'));
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
    this.expectNoMore();
  }

  private async receive(stream: NodeJS.ReadableStream, session: SMTPServerSession): Promise<void> {
    const mail = await this.read(await buffer(stream), session);
    const next = this.answers.get(mail.to)?.shift();
    switch (next?.kind) {
      case 'refuse':
        throw replyOf(next.code, next.words);
      case 'drop':
        this.cut(session);
        return new Promise(() => undefined);
      case 'hang':
        return new Promise(() => undefined);
      case 'hold':
        next.reached(mail);
        return this.conclude(mail, await next.released);
      case undefined:
        return this.conclude(mail);
    }
  }

  private conclude(mail: Mail, refusal?: Refusal): void {
    if (refusal !== undefined) throw replyOf(refusal.code, refusal.words);
    this.accepted.push(mail);
    this.unexpected.push(mail);
  }

  private async read(raw: Buffer, { envelope }: SMTPServerSession): Promise<Mail> {
    const parsed = await PostalMime.parse(raw);
    const [recipient, ...others] = envelope.rcptTo;
    const to = recipient?.address ?? '';
    const { text = '', html = '', messageId = '', subject = '' } = parsed;
    if (others.length > 0) this.faults.push(`one mail to ${envelope.rcptTo.length} people`);
    if (parsed.to?.[0]?.address !== to) this.faults.push(`envelope and header disagree about ${to}`);
    for (const [name, value] of Object.entries({ text, html, messageId, subject })) {
      if (value === '') this.faults.push(`a mail to ${to} without ${name}`);
    }
    return {
      to,
      from: parsed.from?.address ?? '',
      subject,
      text,
      html,
      messageId,
      headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
      link: /\S+\/ack\/[\w.-]+/.exec(text)?.[0],
      at: Date.now(),
    };
  }

  private cut(session: SMTPServerSession): void {
    type Connection = { session: SMTPServerSession; _socket: { destroy(): void } };
    for (const connection of this.server.connections as Set<Connection>) {
      if (connection.session.id === session.id) connection._socket.destroy();
    }
  }
}

function replyOf(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
