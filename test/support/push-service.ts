import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, type ECDH } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import type { WorkerSettings } from '../../workers/settings';

export type PushMessage = {
  payload: { title: string; body: string; path: string; tag: string };
  ttl: number;
  urgency: string;
  topic: string;
  /** Of the encrypted message, as it came over the line. */
  bytes: number;
};

type Reply = { status: number; retryAfter?: string };

/** A browser that is subscribed: its keys, what it was sent, and how the push service answers for it. */
export class Device {
  readonly messages: PushMessage[] = [];
  reply: Reply = { status: 201 };
  private readonly pair: ECDH = createECDH('prime256v1');
  private readonly publicKey = this.pair.generateKeys();
  private readonly auth = randomBytes(16);

  constructor(readonly endpoint: string) {}

  get subscription() {
    const keys = { p256dh: this.publicKey.toString('base64url'), auth: this.auth.toString('base64url') };
    return { endpoint: this.endpoint, keys, userAgent: 'a browser' };
  }

  /** As a browser does it (RFC 8291, section 3.4; RFC 8188, section 2): one record. @throws on anything else */
  open(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const recordSize = body.readUInt32BE(16);
    const sender = body.subarray(21, 21 + body.readUInt8(20));
    const sealed = body.subarray(21 + sender.length);
    if (sender.length !== 65 || sealed.length > recordSize)
      throw new Error('That is not one record of aes128gcm.');
    const derive = (from: Uint8Array, salted: Uint8Array, info: Uint8Array | string, length: number) =>
      Buffer.from(hkdfSync('sha256', from, salted, info, length));
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.publicKey, sender]);
    const secret = derive(this.pair.computeSecret(sender), this.auth, info, 32);
    const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
    const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12);
    const cipher = createDecipheriv('aes-128-gcm', key, nonce);
    cipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    const end = padded.lastIndexOf(2);
    if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
      throw new Error('The padding is wrong.');
    return padded.subarray(0, end).toString();
  }
}

/** A push service that takes nothing but what RFC 8030, 8291 and 8292 allow, and whatever it refused fails the test. */
export class PushService {
  readonly problems: string[] = [];
  private readonly devices = new Map<string, Device>();
  private readonly key = createECDH('prime256v1');
  private readonly publicKey = this.key.generateKeys('base64url');

  private constructor(private readonly server: Server) {}

  static async start(): Promise<PushService> {
    const server = createServer();
    const service = new PushService(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      service.answer(request, response).catch((error: unknown) => {
        service.problems.push(String(error));
        response.writeHead(400).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What the installation signs with; browsers subscribed to its public half. */
  get vapid(): NonNullable<WorkerSettings['vapid']> {
    // One key in 256 begins with a zero, which node leaves out.
    const bytes = this.key.getPrivateKey();
    const privateKey = Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]).toString('base64url');
    return { publicKey: this.publicKey, privateKey, subject: 'mailto:calm@calm.example' };
  }

  newDevice(): Device {
    const device = new Device(`${this.origin}/push/${randomBytes(12).toString('base64url')}`);
    this.devices.set(new URL(device.endpoint).pathname, device);
    return device;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    if (this.problems.length > 0) throw new Error(`The push service refused: ${this.problems.join('; ')}`);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const device = this.devices.get(request.url ?? '');
    if (device === undefined) throw new Error(`Nobody subscribed at ${request.url ?? ''}.`);
    const message = await this.read(request, device);
    const { status, retryAfter } = device.reply;
    if (status < 300) device.messages.push(message);
    response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
  }

  private async read(request: IncomingMessage, device: Device): Promise<PushMessage> {
    const { method, headers } = request;
    const need = (isRight: boolean, what: string) => {
      if (!isRight) throw new Error(what);
    };
    const body = await bodyOf(request);
    need(method === 'POST', `${method ?? ''} is no way to push.`);
    const { ttl = '', urgency = '', topic = '', authorization = '' } = headers as Record<string, string>;
    need(/^\d+$/.test(ttl), 'TTL is missing.');
    need(['very-low', 'low', 'normal', 'high'].includes(urgency), `No urgency: ${urgency}.`);
    need(/^[\w-]{1,32}$/.test(topic), `No topic: ${topic}.`);
    need(headers['content-encoding'] === 'aes128gcm', 'It is not encrypted.');
    need(body.length <= 4_096 && Number(headers['content-length']) === body.length, 'Its length is wrong.');
    await this.verifySender(authorization);
    const payload = JSON.parse(device.open(body)) as PushMessage['payload'];
    return { payload, ttl: Number(ttl), urgency, topic, bytes: body.length };
  }

  /** RFC 8292: signed with the key that the browsers subscribed to, for this service, good for a day at the most. */
  private async verifySender(authorization: string): Promise<void> {
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
    if (key !== this.publicKey) throw new Error('It comes from somebody else.');
    const point = Buffer.from(this.publicKey, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' };
    const { payload } = await jwtVerify(token, createPublicKey({ key: jwk, format: 'jwk' }), {
      algorithms: ['ES256'],
      audience: this.origin,
    });
    const isSoon = (payload.exp ?? Infinity) * 1_000 <= Date.now() + 86_400_000;
    if (!isSoon) throw new Error('Its signature is good for too long.');
    if (!/^(mailto:|https:)/.test(payload.sub ?? '')) throw new Error('It says nobody to turn to.');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
