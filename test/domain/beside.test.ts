// Beside a call: what this caller said before, what they were promised, and how alike calls went.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote } from '../../src/domain/calls/add-note';
import type { CallCard } from '../../src/domain/calls/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import { createPromise } from '../../src/domain/followups/create-promise';
import { getBeside } from '../../src/domain/followups/beside-queries';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { closeCall } from '../../src/domain/messages/close-call';
import { updateCall } from '../../src/domain/recalls/update-call';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { takeCall } from '../support/recall-day';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let operator: Actor;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
});

afterAll(() => world.stop());

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
const beside = ({ id }: { id: string }, actor = operator) => getBeside(actor, id);
const note = ({ id: callId }: CallCard, text: string) => addNote(operator, { callId, kind: 'point', text });

/** A call in which that was noted. */
async function noted(tenant: Tenant, from: string, text: string) {
  const call = await takeCall(tenant, from);
  await note(call, text);
  return call;
}

describe('the caller’s earlier calls', () => {
  it('are those from this number to this client, the newest first, with how they ended', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const first = await noted(tenant, '+4915112345101', 'Waits for a letter.');
    await closeCall(operator, { callId: first.id, disposition: 'informed' });
    await world.moveClock(HOUR);
    const second = await takeCall(tenant, '+4915112345101');
    await updateCall(operator, { callId: second.id, issue: 'The letter has not come.', mood: 'angry' });
    const elsewhere = await takeCall(world, '+4915112345101');
    await takeCall(tenant, '+4915112345102');
    await world.moveClock(HOUR);
    const call = await takeCall(tenant, '+4915112345101');
    const { earlier } = await beside(call);
    expect(earlier).toMatchObject([
      { id: second.id, disposition: null, mood: 'angry', issue: 'The letter has not come.', likeness: 1 },
      { id: first.id, disposition: 'informed', issue: 'Waits for a letter.', answeredByName: 'The operator' },
    ]);
    expect(ids((await beside(elsewhere)).earlier)).toEqual([]);
  });

  it('are also those in which this number was given to call back', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const office = await takeCall(tenant, '+4930555000');
    await updateCall(operator, { callId: office.id, callerPhone: '+49 151 12345103' });
    const withheld = await takeCall(tenant, 'anonymous');
    await updateCall(operator, { callId: withheld.id, callerPhone: '+49 151 12345103' });
    await world.moveClock(HOUR);
    const call = await takeCall(tenant, '+4915112345103');
    expect(new Set(ids((await beside(call)).earlier))).toEqual(new Set([office.id, withheld.id]));
  });

  it('are unknown where the number is withheld: others withhold theirs, too', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    await takeCall(tenant, 'anonymous');
    await world.moveClock(HOUR);
    expect((await beside(await takeCall(tenant, 'anonymous'))).earlier).toEqual([]);
  });

  it('are at most ten', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const all = [];
    for (let n = 0; n < 12; n += 1) {
      all.push(await takeCall(tenant, '+4915112345104'));
      await world.moveClock(HOUR);
    }
    const { earlier } = await beside(await takeCall(tenant, '+4915112345104'));
    expect(ids(earlier)).toEqual(ids(all.toReversed().slice(0, 10)));
  });
});

describe('what the caller was promised', () => {
  it('in those calls stands beside the next one, what is still open first', async () => {
    const tenant = await addClient(world, 'Alder Housing');
    const before = await takeCall(tenant, '+4915112345201');
    const give = (what: string, hours: number) =>
      createPromise(operator, {
        callId: before.id,
        kind: 'callback',
        what,
        owner: 'service',
        dueAt: after(before.ringAt, hours * HOUR).toISOString(),
      });
    const kept = await give('the letter', 4);
    const later = await give('the invoice', 30);
    const soon = await give('the refund', 20);
    await keepPromise(operator, { promiseId: kept.id, evidence: 'Told at 14:00.' });
    const stranger = await takeCall(tenant, '+4915112345202');
    await world.moveClock(HOUR);
    const { promises } = await beside(await takeCall(tenant, '+4915112345201'));
    expect(ids(promises)).toEqual(ids([soon, later, kept]));
    expect(promises.at(-1)).toMatchObject({ state: 'kept', evidence: 'Told at 14:00.' });
    expect((await beside(stranger)).promises).toEqual([]);
  });
});

describe('alike calls', () => {
  it('of the same briefing are found by what was noted, with what helped', async () => {
    const tenant = await addClient(world, 'Brightwater');
    const briefing = await publishedBriefing(tenant);
    const helped = await noted(tenant, '+4915112345301', 'Salary was paid twice this month.');
    const [statement] = briefing.draft.statements;
    await tellStatements(operator, { callId: helped.id, statementIds: [statement?.id ?? ''] });
    await closeCall(operator, { callId: helped.id, disposition: 'informed' });
    await noted(tenant, '+4915112345302', 'Where is the car park?');
    const call = await noted(tenant, '+4915112345303', 'Got the salary twice.');
    const { alike, earlier } = await beside(call);
    expect(alike).toMatchObject([
      { id: helped.id, disposition: 'informed', told: ['The transfer is correct.'] },
    ]);
    expect(alike[0]?.likeness).toBeGreaterThanOrEqual(0.3);
    expect(earlier).toEqual([]);
  });

  it('are found by the matter as heard, too, the most alike first, at most five', async () => {
    const tenant = await addClient(world, 'Brightwater');
    await publishedBriefing(tenant);
    for (let n = 0; n < 6; n += 1) await noted(tenant, `+491511234540${n}`, 'Payslip shows the wrong amount');
    const same = await takeCall(tenant, '+4915112345410');
    await updateCall(operator, { callId: same.id, issue: 'Payslip of May shows a wrong tax class' });
    const call = await takeCall(tenant, '+4915112345411');
    expect((await beside(call)).alike).toEqual([]);
    await updateCall(operator, { callId: call.id, issue: 'Payslip of May shows a wrong tax class' });
    const { alike } = await beside(call);
    expect(alike).toHaveLength(5);
    expect(alike[0]).toMatchObject({ id: same.id, likeness: 1 });
    const scores = alike.map(({ likeness }) => likeness);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('are not the caller’s own: those stand above', async () => {
    const tenant = await addClient(world, 'Brightwater');
    await publishedBriefing(tenant);
    const before = await noted(tenant, '+4915112345501', 'Salary was paid twice.');
    await world.moveClock(HOUR);
    const { alike, earlier } = await beside(
      await noted(tenant, '+4915112345501', 'Salary paid twice again.'),
    );
    expect([ids(earlier), alike]).toEqual([[before.id], []]);
  });

  it('without a briefing are the same client’s of the day before', async () => {
    const tenant = await addClient(world, 'Quayside Dental');
    const other = await addClient(world, 'Alder Housing');
    await noted(tenant, '+4915112345601', 'Tooth hurts badly since the filling.');
    await world.moveClock(2 * DAY);
    const recent = await noted(tenant, '+4915112345602', 'Tooth hurts after the filling.');
    await noted(other, '+4915112345603', 'Tooth hurts after the filling.');
    const call = await noted(tenant, '+4915112345604', 'The tooth with the filling hurts.');
    expect(ids((await beside(call)).alike)).toEqual([recent.id]);
  });
});

it('a client’s people see what stands beside their own callers’ calls, and no other’s', async () => {
  const tenant = await addClient(world, 'Northgate Clinic');
  const before = await noted(tenant, '+4915112345701', 'Waits for a letter.');
  await world.moveClock(HOUR);
  const call = await takeCall(tenant, '+4915112345701');
  expect(ids((await beside(call, tenant.actors.author)).earlier)).toEqual([before.id]);
  const refused = { code: 'NOT_FOUND', message: 'There is no such call.' };
  await expect(beside(call, world.actors.author)).rejects.toMatchObject(refused);
  await expect(beside({ id: newId() })).rejects.toMatchObject(refused);
});

it('a number that belongs to nobody yet has its history, too', async () => {
  const ring = () =>
    ringCall(operator, { from: '+4915112345801', to: '+493099999998', routeReason: 'direct' });
  const { call: first } = await ring();
  await world.moveClock(HOUR);
  const { call } = await ring();
  expect(ids((await beside(call)).earlier)).toEqual([first.id]);
});
