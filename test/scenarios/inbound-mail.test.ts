// Answers by e-mail, as a mail provider posts them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { addClient } from '../support/busy-day';
import { MailDoor, mailQuote, mime } from '../support/mail-door';

let door: MailDoor;

beforeAll(async () => (door = await MailDoor.open()));
afterAll(async () => door.close());

describe('somebody answers', () => {
  it('"ack": it is theirs, and nothing else is sent', async () => {
    const sent = await door.escalate();
    expect(await door.answer(sent, 'Ack')).toMatchObject({ status: 200, body: { outcome: 'acknowledged' } });
    expect(await door.read(sent)).toMatchObject({
      state: 'acknowledged',
      acknowledgedByName: 'Tom Becker',
      deliveries: [{ state: 'skipped' }],
    });
    expect(await door.replies(sent)).toEqual([]);
  });

  it('with more below it: that is kept too', async () => {
    const sent = await door.escalate();
    await door.answer(sent, 'ok\n\nI am on the train, back at 10.');
    expect(await door.read(sent)).toMatchObject({ state: 'acknowledged' });
    expect(await door.replies(sent)).toEqual([['Tom Becker', 'By e-mail: I am on the train, back at 10.']]);
  });

  it('"no": the next person is told at once', async () => {
    const sent = await door.escalate();
    expect(await door.answer(sent, "Can't")).toMatchObject({ status: 200, body: { outcome: 'declined' } });
    const now = await door.read(sent);
    expect(now).toMatchObject({ state: 'open', step: 2 });
    expect(now.deliveries[0]?.recipientName).toBe('Eva Schulz');
  });

  it('in words of their own: a note, and the escalation goes on', async () => {
    const sent = await door.escalate();
    expect(await door.answer(sent, 'Ok, but is this about Spain?')).toMatchObject({
      body: { outcome: 'note' },
    });
    expect(await door.read(sent)).toMatchObject({ state: 'open', step: 1 });
    expect(await door.replies(sent)).toEqual([['Tom Becker', 'By e-mail: Ok, but is this about Spain?']]);
  });

  it('with a novel: 2,000 characters of it', async () => {
    const sent = await door.escalate();
    await door.answer(sent, 'a lot to say '.repeat(2_000));
    const words = (await door.replies(sent))[0]?.[1] ?? '';
    expect(words.length).toBeLessThan(2_050);
  });

  it('in HTML alone', async () => {
    const sent = await door.escalate();
    const html =
      '<div>ack<br></div><div>On my way &amp; hurrying</div><blockquote>On Tue you wrote: no</blockquote>';
    const given = await door.post(mime(sent, html, { 'Content-Type': 'text/html; charset=utf-8' }));
    expect(given.body).toEqual({ outcome: 'acknowledged' });
    expect(await door.replies(sent)).toEqual([['Tom Becker', 'By e-mail: On my way & hurrying']]);
  });

  it('with nothing but the quote: nothing happens', async () => {
    const sent = await door.escalate();
    expect(await door.answer(sent, '')).toMatchObject({ status: 200, body: { outcome: 'empty' } });
    expect(await door.read(sent)).toMatchObject({ state: 'open' });
    expect(await door.replies(sent)).toEqual([]);
  });

  it('from another address: it counts, and the timeline says from where', async () => {
    const sent = await door.escalate();
    const given = await door.answer({ ...sent, from: 'tom@home.example' }, 'ack');
    expect(given.body).toEqual({ outcome: 'acknowledged' });
    expect(await door.replies(sent)).toEqual([
      ['Tom Becker', 'The answer came by e-mail, from tom@home.example'],
    ]);
    const noted = await door.escalate();
    await door.answer({ ...noted, from: 'tom@home.example' }, 'What is it?');
    expect(await door.replies(noted)).toEqual([
      ['Tom Becker', 'By e-mail, from tom@home.example: What is it?'],
    ]);
  });
});

describe('too late, twice, or not a person', () => {
  it('the same mail again changes nothing, and is answered the same', async () => {
    const sent = await door.escalate();
    const raw = mime(sent, `ack\nOn my way.${mailQuote}`);
    expect((await door.post(raw)).body).toEqual({ outcome: 'acknowledged' });
    const before = await door.everything();
    expect((await door.post(raw)).body).toEqual({ outcome: 'acknowledged' });
    expect(await door.everything()).toEqual(before);
  });

  it('the same mail many times at once is one note', async () => {
    const sent = await door.escalate();
    const raw = mime(sent, `Which bank?${mailQuote}`);
    await Promise.all(Array.from({ length: 6 }, () => door.post(raw)));
    expect(await door.replies(sent)).toHaveLength(1);
  });

  it('after somebody else: whoever was first stays', async () => {
    const sent = await door.escalate();
    await acknowledgeEscalation(door.world.actors.responsible_contact, {
      escalationId: sent.escalationId,
      via: 'app',
    });
    expect((await door.answer(sent, 'ack')).body).toEqual({ outcome: 'already' });
    expect(await door.read(sent)).toMatchObject({
      acknowledgedByName: door.world.actors.responsible_contact.name,
    });
  });

  it('after it was called off', async () => {
    const sent = await door.escalate();
    await cancelEscalation(door.world.actors.operator, sent.escalationId);
    expect((await door.answer(sent, 'ack')).body).toEqual({ outcome: 'cancelled' });
    expect(await door.read(sent)).toMatchObject({ state: 'cancelled' });
  });

  it('to a mail of an earlier run: the present one goes on, and people see what was answered', async () => {
    const sent = await door.escalate();
    await door.world.ownerSql`
      update escalations set cycle = 3, run_from_cycle = 3 where id = ${sent.escalationId}`;
    expect((await door.answer(sent, 'ack')).body).toEqual({ outcome: 'stale' });
    expect(await door.read(sent)).toMatchObject({ state: 'open', cycle: 3, acknowledgedAt: null });
    expect(await door.replies(sent)).toEqual([
      [
        'Tom Becker',
        'Answered an earlier message by e-mail, which no longer counts: since then everybody is told anew.',
      ],
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['an out-of-office notice', { 'Auto-Submitted': 'auto-replied' }],
    ['an older one', { Precedence: 'auto_reply', 'X-Autoreply': 'yes' }],
    ['one that only its subject gives away', { Subject: 'Automatic reply: [Calmline] URGENT' }],
    ['a mail server', { 'Return-Path': '<>' }],
  ])('%s acknowledges nothing, and is noted as such', async (_, headers) => {
    const sent = await door.escalate();
    const given = await door.answer(sent, 'ok\nI am away until Monday.', headers);
    expect(given.body).toEqual({ outcome: 'automatic' });
    expect(await door.read(sent)).toMatchObject({ state: 'open', acknowledgedAt: null });
    expect(await door.replies(sent)).toEqual([
      ['Tom Becker', 'An automatic reply came by e-mail. It counts as no answer. I am away until Monday.'],
    ]);
  });

  it('a program that answers without end fills no timeline, and a person still gets through', async () => {
    const sent = await door.escalate();
    await door.world.ownerSql`
      insert into inbound_messages (organization_id, id, client_id, channel, provider_id, from_address, text,
        delivery_id, cause_id, outcome, at)
      select organization_id, gen_random_uuid(), client_id, 'email', 'earlier ' || n, '', '', id, cause_id, 'note', app_now()
      from deliveries, generate_series(1, 200) n where id = ${sent.deliveryId}`;
    expect((await door.answer(sent, 'And another thing')).body).toEqual({ outcome: 'ignored' });
    expect(await door.replies(sent)).toEqual([]);
    expect((await door.answer(sent, 'ack')).body).toEqual({ outcome: 'acknowledged' });
  });
});

describe('a mail that carried several', () => {
  it('acknowledges all of them, and a word is kept with each', async () => {
    const [carrier, ...others] = [await door.escalate(), await door.escalate(), await door.escalate()];
    if (carrier === undefined) throw new Error('Nobody was told.');
    const apart = await door.escalate();
    for (const { deliveryId } of others) {
      await door.world
        .ownerSql`update deliveries set bundle_id = ${carrier.deliveryId} where id = ${deliveryId}`;
    }
    expect((await door.answer(carrier, 'ack\nAll mine.')).body).toEqual({ outcome: 'acknowledged' });
    for (const sent of [carrier, ...others]) {
      expect(await door.read(sent)).toMatchObject({
        state: 'acknowledged',
        acknowledgedByName: 'Tom Becker',
      });
      expect(await door.replies(sent)).toEqual([['Tom Becker', 'By e-mail: All mine.']]);
    }
    expect(await door.read(apart)).toMatchObject({ state: 'open' });
  });

  it('and, where it went to an account manager, those of other clients too', async () => {
    const other = await addClient(door.world, 'Northgate Clinic');
    const [carrier, theirs] = [await door.escalate(), await door.escalate(other)];
    await door.world
      .ownerSql`update deliveries set bundle_id = ${carrier.deliveryId} where id = ${theirs.deliveryId}`;
    expect((await door.answer(carrier, 'ack')).body).toEqual({ outcome: 'acknowledged' });
    for (const sent of [carrier, theirs])
      expect(await door.read(sent)).toMatchObject({ state: 'acknowledged' });
  });
});
