// The incident board and the close-out pack of one morning: the same figures twice, and nobody dropped.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineActor } from '../../src/db/gate';
import { listCalls } from '../../src/domain/calls/queries';
import { claimPack } from '../../src/domain/reports/claim-pack';
import { finishPack } from '../../src/domain/reports/finish-pack';
import type { CallFacts } from '../../src/domain/reports/incident-call';
import { listIncidentCalls } from '../../src/domain/reports/incident-call-queries';
import { getIncidentBoard } from '../../src/domain/reports/incident-queries';
import type { PackContent } from '../../src/domain/reports/pack-content';
import { readPackContent } from '../../src/domain/reports/pack-content-queries';
import { getPack, getPackFile, getPackSummary, listPackCalls } from '../../src/domain/reports/pack-queries';
import { renewPack } from '../../src/domain/reports/renew-pack';
import { requestPack } from '../../src/domain/reports/request-pack';
import { retryPack } from '../../src/domain/reports/retry-pack';
import type { Actor } from '../../src/kernel/actor';
import { MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { madePack } from '../support/busy-pack';
import { incidentDay, type IncidentDay } from '../support/incident-day';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let day: IncidentDay;
let engine: Actor;
let pack: PackContent;

beforeAll(async () => {
  world = await makeWorld();
  day = await incidentDay(world);
  engine = engineActor(world.organizationId);
  pack = await readPackContent(engine, day.briefingId, await world.readClock());
});

afterAll(() => world.stop());

const callOf = (name: keyof IncidentDay['calls']) => pack.calls.find(({ id }) => id === day.calls[name]);

describe('the list', () => {
  it('holds every call of the incident exactly once, by ring', async () => {
    expect(pack.calls.map(({ id }) => id)).toEqual(Object.values(day.calls));
    const { items } = await listCalls(world.actors.account_manager, {
      briefingId: day.briefingId,
      limit: 100,
    });
    const own = pack.calls.filter(({ isBesides }) => !isBesides);
    expect(own.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  });

  it('tells how each call went', () => {
    expect(
      Object.fromEntries(Object.keys(day.calls).map((name) => [name, callOf(name as never)?.fate])),
    ).toEqual({
      before: 'answered',
      first: 'answered',
      anonymous: 'answered',
      gaveUp: 'abandoned',
      complaint: 'written',
      second: 'answered',
      third: 'answered',
      ringing: 'ringing',
    });
    expect(callOf('before')).toMatchObject({ isBesides: true });
    expect(callOf('anonymous')).toMatchObject({ phone: null, callerKey: null });
    expect(callOf('complaint')).toMatchObject({ email: 'Jonas@Weber.example', callerName: 'Jonas Weber' });
  });

  it('tells what a caller said, was told and was promised', () => {
    expect(callOf('first')).toMatchObject({
      callerName: 'Maria Weber',
      issue: 'Her payslip shows half of her salary.',
      wish: 'The rest of it today.',
      moodIn: 'angry',
      moodOut: 'calm',
      notes: [{ kind: 'point', text: 'Rent is due tomorrow.' }],
      told: [{ version: 1, text: 'The transfer is correct.', recall: { id: day.recallId, state: 'open' } }],
      questions: [{ text: 'Who pays the overdraft?', state: 'open' }],
      promises: [
        { what: 'when the rest is paid', state: 'kept', evidence: 'Told her: on Friday.' },
        { what: 'a new payslip by e-mail', state: 'broken', evidence: 'The printer is out of order.' },
        { kind: 'callback', reason: 'recall', causeId: day.recallId, state: 'open' },
      ],
      escalations: [{ state: 'acknowledged', summary: 'A tenant loses her flat.' }],
      callOfCaller: 1,
      callsOfCaller: 3,
    });
    expect(callOf('third')).toMatchObject({ callOfCaller: 3, callsOfCaller: 3 });
  });

  it('tells which recall a caller waits for, and who cannot be called', () => {
    expect(callOf('anonymous')?.told).toMatchObject([{ recall: { state: 'no_number' } }]);
    expect(callOf('before')?.told).toMatchObject([{ recall: { state: 'open' } }]);
    expect(callOf('second')?.told).toMatchObject([{ version: 2, recall: null }]);
    expect(pack.recalls).toMatchObject([
      {
        id: day.recallId,
        text: 'The transfer is correct.',
        correction: 'The transfer is wrong.',
        callers: 3,
      },
    ]);
    expect(pack.recalls).toMatchObject([{ open: 2, withoutNumber: 1, kept: 0, unreached: 0 }]);
  });
});

describe('the figures', () => {
  it('are those of the morning', () => {
    expect(pack.figures).toMatchObject({
      calls: 8,
      besides: 1,
      fates: { answered: 5, abandoned: 1, ringing: 1, written: 1 },
      callers: 6,
      withoutNumber: 1,
      repeatCallers: 1,
      repeatCalls: 2,
      moodIn: { angry: 1, upset: 1, unknown: 4 },
      moodOut: { calm: 1, upset: 1, unknown: 4 },
      told: [
        { version: 1, text: 'The transfer is correct.', calls: 3, isWithdrawn: true },
        { version: 2, text: 'You will get a new payslip.', calls: 1, isWithdrawn: false },
      ],
      questions: { open: 1, answered: 0, dismissed: 0 },
      // Two of the open ones are calls back to correct what was told.
      promises: { open: 3, kept: 1, broken: 1, overdue: 0, keptLate: 0 },
      escalations: { acknowledged: 1, open: 1 },
      acknowledged: { '5_min': 0, '15_min': 1, none: 1 },
    });
    expect(pack.figures.quarters.length).toBeGreaterThan(1);
  });

  it('are the same on the board, which the database counts by itself', async () => {
    for (const role of ['account_manager', 'author'] as const) {
      const board = await getIncidentBoard(world.actors[role], day.briefingId);
      expect(board.figures, role).toEqual(pack.figures);
      expect(board).toMatchObject({
        clientName: 'Brightwater Payroll',
        version: 2,
        timeZone: 'Europe/Berlin',
      });
    }
  });

  it('are all nothing for an incident without a call', async () => {
    const { id } = await publishedBriefing(world, { severity: 'low' });
    const empty = await readPackContent(engine, id, await world.readClock());
    expect(empty).toMatchObject({
      calls: [],
      open: [],
      figures: { calls: 0, callers: 0, quarters: [], told: [] },
    });
    expect((await getIncidentBoard(world.actors.author, id)).figures).toEqual(empty.figures);
  });
});

it('what is still open is named, with whose it is, what is due first in front', () => {
  expect(pack.open.map(({ kind, whose, callNumber }) => `${callNumber} ${kind}: ${whose}`)).toEqual([
    '6 promise: service',
    '1 promise: service',
    '2 promise: service',
    '1 call: service',
    '2 escalation: client',
    '2 question: client',
    '2 call: service',
    '3 call: service',
    '3 recall: client',
    '4 unreached: client',
    '5 call: service',
    '6 call: service',
    '7 escalation: service',
    '7 call: service',
    '8 call: service',
  ]);
});

describe('the calls on the board', () => {
  it('come page by page, the newest first, with all that is known of them', async () => {
    const seen: CallFacts[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listIncidentCalls>> = await listIncidentCalls(
        world.actors.author,
        {
          briefingId: day.briefingId,
          limit: 3,
          ...(cursor !== null && { cursor }),
        },
      );
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    const inPack = pack.calls.map(({ number: _, callOfCaller: __, callsOfCaller: ___, ...call }) => call);
    expect(seen.toReversed()).toEqual(inPack);
  });
});

describe('a pack', () => {
  const request = (actor: Actor = world.actors.author) => requestPack(actor, { briefingId: day.briefingId });
  const claimed = async (packId: string) => {
    const taken = await claimPack(engine, packId);
    if (taken === null) throw new Error('Somebody has it in hand.');
    return taken;
  };

  it('is asked for once by all who ask at once, and holds what was read', async () => {
    const asked = await request();
    expect(asked).toMatchObject({ state: 'queued', progress: 0, requestedByName: 'The author' });
    expect(await request(world.actors.account_manager)).toEqual(asked);
    const inHand = await claimed(asked.id);
    expect(await claimPack(engine, asked.id)).toBeNull();
    expect(await renewPack(engine, inHand, 40)).toBe(true);
    expect(await getPack(world.actors.author, asked.id)).toMatchObject({ state: 'running', progress: 40 });
    const pdf = Buffer.from('%PDF-1.7 \u0000 and what follows', 'latin1');
    expect(await finishPack(engine, inHand, { content: pack, pdf, pages: 3 })).toBe(true);
    expect(await getPack(world.actors.author, asked.id)).toMatchObject({
      state: 'ready',
      progress: 100,
      calls: 8,
      pages: 3,
    });
    const { calls, ...summary } = pack;
    expect(await getPackSummary(world.actors.author, asked.id)).toEqual(summary);
    expect(await listPackCalls(world.actors.author, asked.id, 0, 5)).toEqual(calls.slice(0, 5));
    expect(await listPackCalls(world.actors.author, asked.id, 5, 5)).toEqual(calls.slice(5));
    expect((await getPackFile(world.actors.author, asked.id)).pdf.equals(pdf)).toBe(true);
    expect(await claimPack(engine, asked.id)).toBeNull();
    // A new one is a new one.
    expect((await request()).id).not.toBe(asked.id);
  });

  it('passes to another worker when one says nothing any more, and what the first makes then does not count', async () => {
    await world.moveClock(2 * MINUTE);
    const { id } = await request();
    const lost = await claimed(id);
    await world.moveClock(MINUTE);
    const found = await claimed(id);
    expect(found.tries).toBe(lost.tries + 1);
    expect(await renewPack(engine, lost, 50)).toBe(false);
    const made = { content: pack, pdf: Buffer.from('%PDF'), pages: 1 };
    expect(await finishPack(engine, lost, made)).toBe(false);
    expect(await finishPack(engine, found, made)).toBe(true);
  });

  it('that fails is tried three times again, and then says so', async () => {
    await world.moveClock(2 * MINUTE);
    const { id } = await request();
    const failure = 'The pack could not be made.';
    for (let again = 1; again <= 4; again += 1) {
      const inHand = await claimed(id);
      expect(inHand.tries).toBe(again);
      await retryPack(engine, inHand, { failure, isFinal: false });
      expect(await getPack(world.actors.author, id)).toMatchObject({
        state: again < 4 ? 'queued' : 'failed',
        failure,
      });
      // Not at once.
      expect(await claimPack(engine, id)).toBeNull();
      await world.moveClock(2 * MINUTE);
    }
    expect(await claimPack(engine, id)).toBeNull();
  });

  it('is for the client’s own people and those who answer for the client', async () => {
    const id = await madePack(world, day.briefingId);
    const neighbour = await world.addTenant('Lighthouse Calls');
    for (const ask of [getPack, getPackSummary, getPackFile]) {
      await expect(ask(neighbour.actors.admin, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(ask(world.actors.operator, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(ask(world.actors.author, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(requestPack(neighbour.actors.admin, { briefingId: day.briefingId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('waits for its turn where too many wait', async () => {
    await world.ownerSql`update incident_packs set state = 'failed', due_at = null where due_at is not null`;
    for (let n = 0; n < 10; n += 1) {
      const { id } = await publishedBriefing(world, { severity: 'low' });
      await requestPack(world.actors.author, { briefingId: id });
    }
    await expect(request()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});
