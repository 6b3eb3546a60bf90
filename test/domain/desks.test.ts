import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { markDesk } from '../../src/domain/calls/mark-desk';
import type { CallCard } from '../../src/domain/calls/model';
import { getCall } from '../../src/domain/calls/queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { saveNoteDraft } from '../../src/domain/calls/save-note-draft';
import { newId } from '../../src/kernel/ids';
import { makeWorld, type World } from '../support/world';

let world: World;
let call: CallCard;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  const { call: rung } = await ringCall(world.actors.operator, {
    from: '+4915112345678',
    to: world.did.number,
    routeReason: 'overflow',
  });
  call = await answerCall(world.actors.operator, rung.id);
});

type Who = 'operator' | 'account_manager';
type Mark = { who?: Who; isWriting?: boolean; isLeaving?: boolean };

const mark = (deskId: string, { who = 'operator', isWriting = false, isLeaving = false }: Mark = {}) =>
  markDesk(world.actors[who], { callId: call.id, deskId, isWriting, isLeaving });

const seen = async () =>
  (await getCall(world.actors.operator, call.id)).desks.map(({ name, isWriting }) =>
    isWriting ? `${name} writes` : name,
  );

/** What the open screens were told about this call, the latest last. */
const announced = async () => {
  const rows = await world.ownerSql<{ clientId: string | null; names: string[] }[]>`
    select client_id as "clientId",
      array(select desk->>'name' || case when (desk->>'isWriting')::boolean then ' writes' else '' end
        from jsonb_array_elements(payload->'json'->'desks') as desk) as names
    from live_events where type = 'call.desks' and payload->'json'->>'callId' = ${call.id} order by seq`;
  return rows.map(({ clientId, names }) => ({ clientId, names }));
};

describe('a call that is open in several windows', () => {
  it('names everybody who sits at it', async () => {
    await mark(newId());
    await mark(newId(), { who: 'account_manager' });
    expect((await seen()).sort()).toEqual(['The account manager', 'The operator']);
  });

  it('is written in by the last who claimed it, and keeps nobody from claiming', async () => {
    const [first, second] = [newId(), newId()];
    await mark(first, { isWriting: true });
    await mark(second, { who: 'account_manager', isWriting: true });
    expect((await seen()).sort()).toEqual(['The account manager writes', 'The operator']);
    await mark(first, { isWriting: true });
    expect((await seen()).sort()).toEqual(['The account manager', 'The operator writes']);
  });

  it('is written in by one window, however many claim it at the same moment', async () => {
    await Promise.all(Array.from({ length: 6 }, () => mark(newId(), { isWriting: true })));
    expect((await seen()).filter((one) => one.endsWith('writes'))).toHaveLength(1);
  });

  it('is left by a window that says so', async () => {
    const deskId = newId();
    await mark(deskId, { isWriting: true });
    expect(await mark(deskId, { isLeaving: true })).toEqual([]);
    // Said twice, or by a window that was never there.
    expect(await mark(deskId, { isLeaving: true })).toEqual([]);
    expect(await seen()).toEqual([]);
  });

  it('forgets a window that has said nothing for a minute', async () => {
    const silent = newId();
    await mark(silent, { isWriting: true });
    await world.moveClock(61_000);
    expect(await seen()).toEqual([]);
    await mark(newId(), { who: 'account_manager' });
    const [{ count } = { count: -1 }] = await world.ownerSql<{ count: number }[]>`
      select count(*)::int as count from call_desks where call_id = ${call.id}`;
    expect(count).toBe(1);
    expect((await announced()).at(-1)?.names).toEqual(['The account manager']);
  });

  it('keeps a window that goes on saying that it is there', async () => {
    const deskId = newId();
    for (let minute = 0; minute < 3; minute += 1) {
      await mark(deskId);
      await world.moveClock(40_000);
    }
    expect(await seen()).toEqual(['The operator']);
  });
});

describe('the screens', () => {
  it('hear of it when somebody comes, writes or goes, and not when nothing changed', async () => {
    const [first, second] = [newId(), newId()];
    await mark(first);
    await mark(first);
    await mark(second, { who: 'account_manager', isWriting: true });
    await mark(second, { who: 'account_manager', isWriting: true });
    await mark(first, { isLeaving: true });
    const heard = await announced();
    expect(heard.map(({ names }) => [...names].sort())).toEqual([
      ['The operator'],
      ['The account manager writes', 'The operator'],
      ['The account manager writes'],
    ]);
  });

  it('of the client are not told who sits where', async () => {
    await mark(newId());
    expect(await announced()).toEqual([{ clientId: null, names: ['The operator'] }]);
  });
});

describe('a window', () => {
  it('belongs to one person: nobody moves or closes another one’s', async () => {
    const deskId = newId();
    await mark(deskId, { isWriting: true });
    await mark(deskId, { who: 'account_manager', isLeaving: true });
    await mark(deskId, { who: 'account_manager' });
    expect(await seen()).toEqual(['The operator writes']);
  });

  it('keeps its own draft, and the person gets those of all windows back, the newest first', async () => {
    const { operator } = world.actors;
    const [first, second] = [newId(), newId()];
    await saveNoteDraft(operator, { callId: call.id, deskId: first, text: 'Wants' });
    await world.moveClock(1_000);
    await saveNoteDraft(operator, { callId: call.id, deskId: second, text: 'Was paid' });
    await world.moveClock(1_000);
    await saveNoteDraft(operator, { callId: call.id, deskId: second, text: 'Was paid half' });
    const { noteDrafts } = await getCall(operator, call.id);
    expect(noteDrafts.map(({ deskId, text }) => [deskId, text])).toEqual([
      [second, 'Was paid half'],
      [first, 'Wants'],
    ]);
  });
});
