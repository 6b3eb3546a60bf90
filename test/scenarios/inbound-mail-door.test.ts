// Who may post answers by e-mail, in which form, and whose mails they reach.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids';
import { writeReplyAddress } from '../../src/kernel/reply-address';
import { authSecret } from '../support/lanes';
import { mailDomain, MailDoor, mailToken, mime, type Sent } from '../support/mail-door';

let door: MailDoor;

beforeAll(async () => (door = await MailDoor.open()));
afterAll(async () => door.close());

describe('the address', () => {
  it("of another tenant's mail reaches that tenant alone", async () => {
    const other = await door.world.addTenant('Quay Answering');
    const [ours, theirs] = [await door.escalate(), await door.escalate(other)];
    expect((await door.answer(theirs, 'ack')).body).toEqual({ outcome: 'acknowledged' });
    expect(await door.read(theirs, other)).toMatchObject({ state: 'acknowledged' });
    expect(await door.read(ours)).toMatchObject({ state: 'open' });
  });

  it('that is none of ours, changed, or of nothing we sent: answered alike, and nothing happens', async () => {
    const sent = await door.escalate();
    const before = await door.everything();
    const changed = sent.to.replace(/(.)@/, (_, last: string) => `${last === 'a' ? 'b' : 'a'}@`);
    const addresses = [
      changed,
      writeReplyAddress(sent.deliveryId, `${authSecret}!`, mailDomain),
      writeReplyAddress(sent.deliveryId, authSecret, 'elsewhere.example'),
      writeReplyAddress(newId(), authSecret, mailDomain),
      writeReplyAddress(sent.escalationId, authSecret, mailDomain),
      `somebody@${mailDomain}`,
    ];
    for (const to of addresses) {
      expect(await door.post(mime({ ...sent, to }, 'ack'))).toMatchObject({
        status: 200,
        body: { outcome: 'ignored' },
      });
    }
    expect((await door.post('no mail at all')).body).toEqual({ outcome: 'ignored' });
    expect((await door.post(Buffer.from([0xff, 0xfe, 0, 1, 2, 3]))).body).toEqual({ outcome: 'ignored' });
    expect(await door.everything()).toEqual(before);
  });

  it('may stand in any header that says for whom a mail is, in capitals, or in the query', async () => {
    const elsewhere = { To: 'Calmline <calmline@calm.example>' };
    for (const place of ['Delivered-To', 'X-Original-To', 'Cc']) {
      const sent = await door.escalate();
      const given = await door.answer(sent, 'ack', { ...elsewhere, [place]: `<${sent.to.toUpperCase()}>` });
      expect([place, given.body]).toEqual([place, { outcome: 'acknowledged' }]);
    }
    const sent = await door.escalate();
    const raw = mime(sent, 'ack', elsewhere);
    expect((await door.post(raw)).body).toEqual({ outcome: 'ignored' });
    const given = await door.post(raw, {}, `?to=${encodeURIComponent(sent.to)}`);
    expect(given.body).toEqual({ outcome: 'acknowledged' });
  });
});

describe('the door', () => {
  it('opens to the token alone: as a bearer, or as the password of basic authentication', async () => {
    const sent = await door.escalate();
    const basic = (password: string) => `Basic ${Buffer.from(`mail:${password}`).toString('base64')}`;
    for (const authorization of [
      '',
      'Bearer',
      'Bearer wrong',
      `Bearer ${mailToken}x`,
      basic('wrong'),
      mailToken,
    ]) {
      expect(await door.post(mime(sent, 'ack'), { authorization })).toMatchObject({ status: 401 });
    }
    expect(await door.read(sent)).toMatchObject({ state: 'open' });
    const given = await door.post(mime(sent, 'ack'), { authorization: basic(mailToken) });
    expect(given.body).toEqual({ outcome: 'acknowledged' });
  });

  it('takes the forms of providers that put the raw mail into a field', async () => {
    const forms: [
      string,
      (sent: Sent) => { raw: Buffer | string; type: string } | Promise<{ raw: Buffer; type: string }>,
    ][] = [
      [
        'urlencoded',
        (sent) => ({
          raw: new URLSearchParams({
            recipient: sent.to,
            'body-mime': mime({ ...sent, to: 'x@y.example' }, 'ack'),
          }).toString(),
          type: 'application/x-www-form-urlencoded',
        }),
      ],
      [
        'multipart',
        async (sent) => {
          const form = new FormData();
          form.set('email', mime(sent, 'ack'));
          const whole = new Response(form);
          return {
            raw: Buffer.from(await whole.arrayBuffer()),
            type: whole.headers.get('content-type') ?? '',
          };
        },
      ],
    ];
    for (const [name, write] of forms) {
      const { raw, type } = await write(await door.escalate());
      const given = await door.post(raw, { 'content-type': type });
      expect([name, given.body]).toEqual([name, { outcome: 'acknowledged' }]);
    }
    expect(await door.post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 400,
    });
    expect(await door.post('--x', { 'content-type': 'multipart/form-data; boundary=y' })).toMatchObject({
      status: 400,
    });
  });

  it('refuses more than a megabyte, and every method but POST', async () => {
    const sent = await door.escalate();
    expect(await door.post(mime(sent, `ack\n${'x'.repeat(1_000_000)}`))).toMatchObject({ status: 413 });
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await door.lanes.ask(method, '/api/hooks/mail')).status).toBe(404);
    }
    expect(await door.read(sent)).toMatchObject({ state: 'open' });
  });

  it('takes whatever a mail may hold without failing', async () => {
    const sent = await door.escalate();
    const evil = [
      mime(sent, 'zero \0 character'),
      mime(sent, '<div>'.repeat(100_000), { 'Content-Type': 'text/html' }),
      mime(sent, 'x', { 'Message-ID': 'y'.repeat(2_000) }),
      mime(sent, 'x', { From: `${'z'.repeat(5_000)}@x.example` }),
      mime(sent, `${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(2_000)}`, {
        'Content-Type': 'multipart/mixed; boundary=b',
      }),
    ];
    for (const raw of evil) expect((await door.post(raw)).status).toBe(200);
    expect(await door.read(sent)).toMatchObject({ state: 'open' });
  });
});
