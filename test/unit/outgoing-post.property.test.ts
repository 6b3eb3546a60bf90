// Where messages to web addresses go, and above all where they do not.
import type { LookupFunction } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { PLAIN_WORDS, PRIVATE_WORDS } from '../../workers/channels/allowed-address';
import { openPost } from '../../workers/channels/outgoing-post';
import { answerWith, WebReceiver } from '../support/web-receiver';

let receiver: WebReceiver;
beforeAll(async () => (receiver = await WebReceiver.start()));
afterAll(async () => receiver.stop());

/** Names stand for these addresses, at the first lookup, the second, and so on; the last stays. */
function resolver(...answers: string[][]): { resolve: LookupFunction; asked: string[] } {
  const asked: string[] = [];
  const resolve: LookupFunction = (name, options, done) => {
    asked.push(name);
    const found = (answers[asked.length - 1] ?? answers.at(-1) ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    const [first] = found;
    if (first === undefined) done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '');
    else if (options.all === true) done(null, found);
    else done(null, first.address, first.family);
  };
  return { resolve, asked };
}

const post = (url: string, resolve?: LookupFunction, privateAddresses: string[] = []) =>
  openPost({ privateAddresses, cutOffAfter: 2_000 }, resolve).post(url, '{}');

const refused = { kind: 'failed_permanent', words: PRIVATE_WORDS };
const host = (address: string) => (address.includes(':') ? `[${address}]` : address);

const octets = (text: string) => [...text.split('.')].map(Number);
const hex = (address: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = octets(address);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
};

/** The ranges of RFC 6890 and its like that are nobody's in public, with one address of each. */
const privateV4 = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
];
const privateV6 = [
  '::',
  '::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::1',
  '5f00::1',
];

describe('what is nobody’s in public is refused', () => {
  it.each([...privateV4, ...privateV6])('%s, by number and by name', async (address) => {
    expect(await post(`https://${host(address)}/hook`)).toEqual(refused);
    expect(await post('https://inside.example/hook', resolver([address]).resolve)).toEqual(refused);
    expect(await post(`http://${host(address)}/hook`)).toEqual({
      kind: 'failed_permanent',
      words: PLAIN_WORDS,
    });
  });

  it.each([
    'https://2130706433/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://0177.0.0.1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://0/',
    'https://localhost/',
    'https://user:secret@127.0.0.1/',
    'https://[::ffff:169.254.169.254]/latest/meta-data',
    'https://[0:0:0:0:0:ffff:7f00:1]/',
  ])('%s, however it is written', async (url) => {
    expect(await post(url)).toEqual(refused);
  });

  it('every address of every private range, also wrapped in IPv6', async () => {
    const range = (prefix: number[]) =>
      fc
        .array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 })
        .map((random) => [...prefix, ...random.slice(prefix.length)].join('.'));
    const v4 = fc.oneof(
      ...[[0], [10], [127], [169, 254], [192, 168], [198, 18], [198, 19], [203, 0, 113]].map(range),
      fc
        .tuple(fc.integer({ min: 16, max: 31 }), range([172]))
        .map(([b, ip]) => ip.replace(/^172\.\d+/, `172.${b}`)),
      fc
        .tuple(fc.integer({ min: 64, max: 127 }), range([100]))
        .map(([b, ip]) => ip.replace(/^100\.\d+/, `100.${b}`)),
      fc.tuple(fc.integer({ min: 224, max: 255 }), range([])).map(([a, ip]) => ip.replace(/^\d+/, String(a))),
    );
    const address = fc.oneof(
      v4,
      v4.map((ip) => `::ffff:${hex(ip)}`),
      v4.map((ip) => `::${hex(ip)}`),
      v4.map((ip) => `64:ff9b::${hex(ip)}`),
      v4.map((ip) => `2002:${hex(ip)}::1`),
      fc
        .tuple(fc.constantFrom('fc', 'fd', 'fe8', 'fe9', 'fea', 'feb', 'ff'), fc.nat(15))
        .map(([prefix, n]) => `${(prefix + n.toString(16) + '0').slice(0, 4)}::${n.toString(16)}`),
    );
    await fc.assert(
      fc.asyncProperty(address, fc.boolean(), async (one, isNamed) => {
        const asked = isNamed
          ? post('https://inside.example/', resolver([one]).resolve)
          : post(`https://${host(one)}/`);
        expect(await asked).toEqual(refused);
      }),
      { numRuns: 400 },
    );
  });

  it('a name that also stands for a private address is refused as a whole', async () => {
    for (const addresses of [
      ['93.184.215.14', '10.0.0.1'],
      ['2606:4700::1111', '::1'],
      ['10.0.0.1', '93.184.215.14'],
    ]) {
      expect(await post('https://both.example/', resolver(addresses).resolve)).toEqual(refused);
    }
  });
});

describe('a private address that is allowed', () => {
  const allowed = ['127.0.0.1'];

  it('is posted to, over http too', async () => {
    expect(await post(receiver.url('/by-number'), undefined, allowed)).toEqual({
      kind: 'sent',
      providerId: null,
    });
    await receiver.expectPost('/by-number');
  });

  it('lets no other one in, nor itself in other clothes', async () => {
    for (const other of ['127.0.0.2', '[::1]', '[::ffff:127.0.0.1]', '10.0.0.1']) {
      expect(await post(`https://${other}:${receiver.port}/`, undefined, allowed)).toEqual(refused);
    }
    expect(await post(`http://127.0.0.2:${receiver.port}/`, undefined, allowed)).toMatchObject({
      words: PLAIN_WORDS,
    });
  });

  it('does not open http to the world', async () => {
    const { resolve } = resolver(['93.184.215.14']);
    expect(await post('http://public.example/', resolve, allowed)).toMatchObject({ words: PLAIN_WORDS });
  });

  it('is looked up once a post: what a name becomes afterwards changes nothing', async () => {
    const turning = resolver(['127.0.0.1'], ['10.0.0.1']);
    const posts = openPost({ privateAddresses: allowed, cutOffAfter: 2_000 }, turning.resolve);
    const url = `http://turning.example:${receiver.port}/turning`;
    expect(await posts.post(url, '{}')).toMatchObject({ kind: 'sent' });
    expect(turning.asked).toEqual(['turning.example']);
    expect((await receiver.expectPost('/turning')).headers.host).toBe(`turning.example:${receiver.port}`);
    // At the next post the name is looked up anew, and checked anew.
    expect(await posts.post(url, '{}')).toMatchObject({ kind: 'failed_permanent' });
    expect(turning.asked).toHaveLength(2);
  });

  it('a name that is private when it is checked is refused, whatever it would be when connecting', async () => {
    const turning = resolver(['10.0.0.1'], ['127.0.0.1']);
    const url = `http://turning.example:${receiver.port}/never`;
    expect(await post(url, turning.resolve, allowed)).toMatchObject({ kind: 'failed_permanent' });
    expect(turning.asked).toHaveLength(1);
  });
});

describe('what a receiver answers', () => {
  const allowed = ['127.0.0.1'];
  const ask = (path: string) => post(receiver.url(path), undefined, allowed);

  it.each([
    [200, { kind: 'sent', providerId: null }],
    [202, { kind: 'sent', providerId: null }],
    [410, { kind: 'failed_permanent', words: 'The receiver says that it is gone (410).' }],
    [400, { kind: 'failed_temporary', words: 'The receiver answered 400.' }],
    [404, { kind: 'failed_temporary', words: 'The receiver answered 404.' }],
    [
      429,
      { kind: 'failed_temporary', words: 'The receiver is asked too often (429).', retryAfterSeconds: 17 },
    ],
    [503, { kind: 'failed_temporary', words: 'The receiver answered 503.', retryAfterSeconds: 17 }],
  ])('%i', async (status, outcome) => {
    receiver.answer(
      '/status',
      answerWith(status, status === 429 || status === 503 ? { 'retry-after': '17' } : {}),
    );
    expect(await ask('/status')).toEqual(outcome);
    await receiver.expectPost('/status');
  });

  it.each([
    [new Date(Date.now() + 120_000).toUTCString(), 115, 120],
    [new Date(Date.now() - 120_000).toUTCString(), 0, 0],
    ['86400', 3_600, 3_600],
  ])('Retry-After: %s', async (value, least, most) => {
    receiver.answer('/later', answerWith(429, { 'retry-after': value }));
    const outcome = (await ask('/later')) as { retryAfterSeconds: number };
    expect(outcome.retryAfterSeconds).toBeGreaterThanOrEqual(least);
    expect(outcome.retryAfterSeconds).toBeLessThanOrEqual(most);
    await receiver.expectPost('/later');
  });

  it.each([301, 302, 303, 307, 308])('%i is not followed', async (status) => {
    receiver.answer('/moved', answerWith(status, { location: receiver.url('/elsewhere') }));
    expect(await ask('/moved')).toMatchObject({ kind: 'failed_permanent' });
    await receiver.expectPost('/moved');
    receiver.expectNoMore();
  });

  it('nothing of a body is read, however long it is', async () => {
    receiver.answer('/talkative', {
      kind: 'status',
      status: 500,
      body: 'inside information '.repeat(500_000),
    });
    expect(JSON.stringify(await ask('/talkative'))).not.toContain('inside');
    await receiver.expectPost('/talkative');
  });

  it('silence is cut off, and whoever had the whole message may have taken it', async () => {
    receiver.answer('/silent', { kind: 'hang' });
    const posts = openPost({ privateAddresses: allowed, cutOffAfter: 200 });
    expect(await posts.post(receiver.url('/silent'), '{}')).toEqual({
      kind: 'failed_temporary',
      words: 'The receiver did not answer within 0.2 seconds.',
      isInDoubt: true,
    });
    await receiver.expectPost('/silent');
  });

  it('so may whoever hung up instead of answering', async () => {
    receiver.answer('/hung-up', { kind: 'drop' });
    expect(await ask('/hung-up')).toMatchObject({ kind: 'failed_temporary', isInDoubt: true });
    await receiver.expectPost('/hung-up');
  });

  it('nobody there is no doubt', async () => {
    expect(await post(`http://127.0.0.1:${await freePort()}/`, undefined, allowed)).toEqual({
      kind: 'failed_temporary',
      words: 'The receiver refuses connections.',
    });
    expect(await post('https://nowhere.example/', resolver([]).resolve)).toEqual({
      kind: 'failed_temporary',
      words: 'The host of this address was not found.',
    });
  });

  it('a worker that stops breaks off what it has in hand', async () => {
    receiver.answer('/stopping', { kind: 'hang' });
    const posts = openPost({ privateAddresses: allowed });
    const [outcome] = await Promise.all([
      posts.post(receiver.url('/stopping'), '{}'),
      receiver.expectPost('/stopping').then(() => posts.close()),
    ]);
    expect(outcome).toMatchObject({ words: 'The worker was stopped before the receiver answered.' });
  });
});
