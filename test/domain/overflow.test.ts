// "All our calls until 18:00": who may say it, when it is over, and how many calls it may bring.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTx } from '../../src/db/transaction';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { closeOverflow } from '../../src/domain/overflow/close-overflow';
import { getCapacityHint, loadCapacityHint } from '../../src/domain/overflow/hint-queries';
import { openOverflowInput, type CapacityHint } from '../../src/domain/overflow/model';
import { openOverflow } from '../../src/domain/overflow/open-overflow';
import { listOverflow, loadDeskOverflow } from '../../src/domain/overflow/queries';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

/** No window of an earlier test is open. */
beforeEach(async () => {
  await world.ownerSql`update overflow_windows set closed_at = app_now() where closed_at is null`;
});

const now = () => readTx(world.actors.operator, (_tx, clock) => clock());

type Times = { from?: number; until: number; note?: string };

/** A window told in milliseconds from now. */
async function open({ from, until, note = '' }: Times, actor = world.actors.author, tenant: Tenant = world) {
  const at = await now();
  return openOverflow(
    actor,
    openOverflowInput.parse({
      clientId: tenant.client.id,
      ...(from !== undefined && { startsAt: after(at, from).toISOString() }),
      endsAt: after(at, until).toISOString(),
      note,
    }),
  );
}

const idsSeenBy = async (actor: Actor) => (await listOverflow(actor)).map(({ id }) => id);

describe('a window', () => {
  it('is seen at once by every desk and by the client itself, with who opened it and when it ends', async () => {
    const window = await open({ until: 4 * HOUR, note: 'Payroll run went wrong.' });
    expect(window).toMatchObject({
      clientName: 'Brightwater Payroll',
      note: 'Payroll run went wrong.',
      openedByName: 'The author',
    });
    for (const role of ['operator', 'account_manager', 'responsible_contact', 'client_admin'] as const) {
      expect(await listOverflow(world.actors[role])).toEqual([window]);
    }
    expect((await getDeskSnapshot(world.actors.operator)).overflow).toEqual([window]);
    const [event] = await world.ownerSql<{ client_id: string; payload: { json: Record<string, unknown> } }[]>`
      select client_id, payload from live_events where type = 'overflow.changed' order by seq desc limit 1`;
    expect(event?.client_id).toBe(world.client.id);
    expect(event?.payload.json).toMatchObject({ overflow: { id: window.id }, isClosed: false });
  });

  it('ends by itself: nothing is stored, and nobody sees it any more', async () => {
    const { id } = await open({ until: HOUR });
    expect(await idsSeenBy(world.actors.operator)).toEqual([id]);
    await world.moveClock(HOUR);
    expect(await idsSeenBy(world.actors.operator)).toEqual([]);
    const [row] = await world.ownerSql`select closed_at from overflow_windows where id = ${id}`;
    expect(row?.['closed_at']).toBeNull();
  });

  it('is closed early once; afterwards it is over, whoever asks', async () => {
    const { id } = await open({ until: 4 * HOUR });
    const closed = await closeOverflow(world.actors.account_manager, { overflowId: id });
    expect(closed.endsAt.getTime()).toBeLessThanOrEqual((await now()).getTime());
    expect(await idsSeenBy(world.actors.operator)).toEqual([]);
    for (const role of ['author', 'admin'] as const) {
      await expect(closeOverflow(world.actors[role], { overflowId: id })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: 'This window is over already.',
      });
    }
    const expired = await open({ until: MINUTE });
    await world.moveClock(MINUTE);
    await expect(closeOverflow(world.actors.author, { overflowId: expired.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('may be planned ahead, and called off before it begins', async () => {
    const { id, startsAt } = await open({ from: 2 * HOUR, until: 4 * HOUR });
    expect(startsAt.getTime()).toBeGreaterThan((await now()).getTime());
    expect(await idsSeenBy(world.actors.operator)).toEqual([id]);
    await closeOverflow(world.actors.client_admin, { overflowId: id });
    expect(await idsSeenBy(world.actors.operator)).toEqual([]);
  });

  it('of which the start has passed begins now', async () => {
    const before = await now();
    const { startsAt } = await open({ from: -3 * HOUR, until: HOUR });
    expect(startsAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('needs an end after its start, within 14 days, and not too far ahead: said in words, field by field', async () => {
    const wrong: [Times, string, RegExp][] = [
      [{ from: 2 * HOUR, until: HOUR }, 'endsAt', /after the start/],
      [{ until: -HOUR }, 'endsAt', /after the start/],
      [{ until: 15 * DAY }, 'endsAt', /14 days/],
      [{ from: 15 * DAY, until: 16 * DAY }, 'startsAt', /14 days ahead/],
    ];
    for (const [times, field, words] of wrong) {
      await expect(open(times)).rejects.toMatchObject({
        code: 'INVALID',
        problems: [{ field, words: expect.stringMatching(words) as unknown }],
      });
    }
    expect(await idsSeenBy(world.actors.operator)).toEqual([]);
  });

  it('does not overlap another of the same client; the refusal names the other and until when', async () => {
    await open({ until: 4 * HOUR });
    await expect(open({ from: 3 * HOUR, until: 6 * HOUR })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^Brightwater Payroll has switched over already, until .*\d\d:\d\d \(Europe\/Berlin\); The author did so\./,
      ) as unknown,
    });
    const next = await open({ from: 4 * HOUR, until: 6 * HOUR });
    await expect(open({ from: 5 * HOUR, until: 7 * HOUR })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/, from .* until /) as unknown,
    });
    await closeOverflow(world.actors.author, { overflowId: next.id });
    await open({ from: 5 * HOUR, until: 7 * HOUR });
  });

  it('opened by two people at the same instant is opened once', async () => {
    const { author, account_manager: lead } = world.actors;
    const outcomes = await Promise.allSettled([
      open({ until: HOUR }, author),
      open({ until: 2 * HOUR }, lead),
      open({ until: 3 * HOUR }, author),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await idsSeenBy(world.actors.operator)).toHaveLength(1);
  });

  it('is the client’s own: another client and another answering service neither see nor close nor open it', async () => {
    const other = await addClient(world, 'Northgate Clinic');
    const neighbour = await world.addTenant('Quay Answering');
    const { id } = await open({ until: HOUR });
    const theirs = await open({ until: HOUR }, other.actors.author, other);
    expect(await idsSeenBy(other.actors.author)).toEqual([theirs.id]);
    expect(await idsSeenBy(neighbour.actors.admin)).toEqual([]);
    for (const actor of [other.actors.author, neighbour.actors.admin]) {
      await expect(closeOverflow(actor, { overflowId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(open({ until: HOUR }, other.actors.author)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(open({ until: HOUR }, neighbour.actors.admin)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const role of ['operator', 'responsible_contact'] as const) {
      await expect(open({ until: HOUR }, world.actors[role])).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(closeOverflow(world.actors[role], { overflowId: id })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });
});

describe('the night in which the clocks change', () => {
  const openAt = (at: string) =>
    readTx(world.actors.operator, async (tx) =>
      (await loadDeskOverflow(tx, new Date(at))).map(({ note }) => note),
    );

  it('from 22:00 to 06:00 of the wall is seven hours in March and nine in October', async () => {
    for (const [note, from, until] of [
      ['spring', '2026-03-28 22:00', '2026-03-29 06:00'],
      ['autumn', '2026-10-24 22:00', '2026-10-25 06:00'],
    ] as const) {
      await world.ownerSql`
        insert into overflow_windows (organization_id, id, client_id, starts_at, ends_at, note, opened_at, opened_by_name)
        values (${world.organizationId}, ${newId()}, ${world.client.id}, ${from}::text::timestamp at time zone 'Europe/Berlin',
                ${until}::text::timestamp at time zone 'Europe/Berlin', ${note}, app_now(), 'x')`;
    }
    expect(await openAt('2026-03-29T03:59:59Z')).toContain('spring');
    expect(await openAt('2026-03-29T04:00:00Z')).not.toContain('spring');
    expect(await openAt('2026-10-25T04:59:59Z')).toContain('autumn');
    expect(await openAt('2026-10-25T05:00:00Z')).not.toContain('autumn');
    const rows = await world.ownerSql`
      select note, extract(epoch from ends_at - starts_at)::integer / 3600 as hours from overflow_windows
      where note in ('spring', 'autumn') order by note`;
    expect(rows.map(({ note, hours }) => [note, hours] as unknown)).toEqual([
      ['autumn', 9],
      ['spring', 7],
    ]);
  });
});

describe('how many calls a window may bring', () => {
  let client: Tenant;

  beforeEach(async () => {
    client = await addClient(world, 'Lakeside Energy');
    await world.ownerSql`update clients set time_zone = 'Europe/Berlin' where client_id = ${client.client.id}`;
  });

  async function rung(...at: string[]): Promise<void> {
    for (const ring_at of at) {
      await world.ownerSql`
        insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase, ring_at)
        values (${world.organizationId}, ${newId()}, ${client.client.id}, 'test', '', '', false, 'overflow', '', ${ring_at})`;
    }
  }

  const hintAt = (at: string): Promise<CapacityHint> =>
    readTx(world.actors.operator, (tx) => loadCapacityHint(tx, client.client.id, new Date(at)));

  it('is not known of a client that never had a call', async () => {
    const hint = await getCapacityHint(client.actors.author, { clientId: client.client.id });
    expect(hint).toEqual({ usualPerHour: 0, busiestPerHour: 0, daysKnown: 0 });
  });

  it('follows from the same eight hours of the day, on the days that are known', async () => {
    // Asked at 10:30 by the wall: from 10:00 to 17:59 counts.
    await rung('2026-06-01T08:00:00Z', '2026-06-01T08:40:00Z', '2026-06-01T08:59:59Z'); // 10:00, 10:40, 10:59
    await rung('2026-06-01T15:59:59Z', '2026-06-01T16:00:00Z', '2026-06-01T07:59:59Z'); // 17:59, and out: 18:00, 9:59
    await rung('2026-06-02T05:00:00Z'); // 7:00: a known day, without a call in these hours
    await rung('2026-06-10T08:15:00Z'); // today
    await rung('2026-05-12T10:00:00Z'); // 29 days ago
    expect(await hintAt('2026-06-10T08:30:00Z')).toEqual({
      usualPerHour: 0.3, // 4 calls in 2 days of 8 hours
      busiestPerHour: 3,
      daysKnown: 2,
    });
  });

  it('goes by the hours of the wall, also across the change of clocks in March', async () => {
    // 10:30 by the wall, in winter and in summer time; 9:30 and 18:30 of the same UTC hours do not count.
    await rung(
      '2026-03-20T09:30:00Z',
      '2026-03-20T08:30:00Z',
      '2026-03-30T08:30:00Z',
      '2026-03-30T16:30:00Z',
    );
    expect(await hintAt('2026-04-01T08:30:00Z')).toEqual({
      usualPerHour: 0.1,
      busiestPerHour: 1,
      daysKnown: 2,
    });
  });

  it('goes past midnight, and counts the hour that October has twice as one', async () => {
    await rung('2026-10-20T20:30:00Z', '2026-10-20T19:30:00Z'); // 22:30; 21:30 is out
    await rung('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'); // 2:30, and 2:30 again
    await rung('2026-10-25T04:59:00Z', '2026-10-25T05:00:00Z'); // 5:59; 6:00 is out
    expect(await hintAt('2026-10-26T21:30:00Z')).toEqual({
      usualPerHour: 0.3, // 4 calls in 2 days of 8 hours
      busiestPerHour: 2,
      daysKnown: 2,
    });
  });

  it('is for those who may see the client', async () => {
    const { id: clientId } = client.client;
    await expect(getCapacityHint(world.actors.author, { clientId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const neighbour = await world.addTenant('Lighthouse Calls');
    await expect(getCapacityHint(neighbour.actors.admin, { clientId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
