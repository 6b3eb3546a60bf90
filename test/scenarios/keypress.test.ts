import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { signCarrierLink } from '../../src/kernel/carrier-link';
import { newId } from '../../src/kernel/ids';
import { CarrierScene, type Told } from '../support/carrier-scene';
import { authSecret, publicUrl } from '../support/lanes';

let scene: CarrierScene;
let count = 0;

beforeAll(async () => {
  scene = await CarrierScene.open();
});

afterAll(() => scene.close());

beforeEach(async () => {
  count += 1;
  await scene.reachBy('voice', `+493055556${String(100 + count)}`);
});

const read = ({ escalationId }: Told) => scene.read(escalationId);
const own = async (told: Told) => (await read(told)).deliveries.find(({ id }) => id === told.deliveryId);

it('the call says who calls, for whom, how urgent it is, and what about; 1 takes it', async () => {
  const told = await scene.escalate();
  const call = await scene.phone.pickUp(told.taken);
  expect(call.lately).toBe(
    'This is Harbor Answering, calling for Brightwater Payroll. Urgent: Salaries were paid twice. ' +
      'Press 1 to take it, 2 if you cannot, 9 to hear it again.',
  );
  await call.press('1');
  expect(call.lately).toBe('Thank you, Tom Becker. You have it, and nobody else is told. Goodbye.');
  expect(call.isOver).toBe(true);
  const after = await read(told);
  expect(after).toMatchObject({
    state: 'acknowledged',
    acknowledgedByName: 'Tom Becker',
    nextStepDueAt: null,
  });
  const [row] = await scene.world.ownerSql`
    select acknowledged_via as via from escalations where id = ${told.escalationId}`;
  expect(row).toEqual({ via: 'voice' });
});

it('2 has the next person told at once', async () => {
  const told = await scene.escalate();
  const call = await scene.phone.pickUp(told.taken);
  await call.press('2');
  expect(call.lately).toBe('Thank you for saying so. The next person is being told. Goodbye.');
  expect(await read(told)).toMatchObject({ state: 'open', step: 2 });
});

it('9 says it again, as often as wanted', async () => {
  const told = await scene.escalate();
  const call = await scene.phone.pickUp(told.taken);
  const words = call.lately;
  for (let n = 0; n < 5; n += 1) {
    await call.press('9');
    expect(call.lately).toBe(words);
  }
  await call.press('1');
  expect((await read(told)).state).toBe('acknowledged');
});

it('a key that means nothing says it again, but not for ever', async () => {
  const told = await scene.escalate();
  const call = await scene.phone.pickUp(told.taken);
  for (let n = 0; n < 3; n += 1) {
    await call.press('5');
    expect(call.lately).toContain('Press 1 to take it');
  }
  await call.keepSilent();
  expect(call.lately).toBe('No key was pressed. Goodbye.');
  expect((await read(told)).state).toBe('open');
});

it('an answering machine hears it three times, presses nothing, and acknowledges nothing', async () => {
  const told = await scene.escalate();
  const machine = await scene.phone.pickUp(told.taken);
  await machine.keepSilent();
  expect(machine.lately).toContain('Press 1 to take it');
  await machine.keepSilent();
  expect(machine.lately).toContain('Press 1 to take it');
  expect(machine.isOver).toBe(false);
  await machine.keepSilent();
  expect(machine.lately).toBe('No key was pressed. Goodbye.');
  expect(machine.isOver).toBe(true);
  expect(await read(told)).toMatchObject({ state: 'open', step: 1 });
  expect(await own(told)).toMatchObject({ state: 'delivered' });
});

it('somebody who hangs up acknowledges nothing', async () => {
  const told = await scene.escalate();
  await (await scene.phone.pickUp(told.taken)).leave();
  expect((await read(told)).state).toBe('open');
});

it('whoever picks up too late hears who has it', async () => {
  const told = await scene.escalate();
  const { actors } = scene.world;
  await acknowledgeEscalation(actors.account_manager, { escalationId: told.escalationId, via: 'app' });
  const call = await scene.phone.pickUp(told.taken);
  expect(call.lately).toMatch(
    /^Already acknowledged by The account manager at \d\d:\d\d\. Thank you\. Goodbye\.$/,
  );
  expect(call.isOver).toBe(true);
});

it('so does whoever presses 1 too late, or listens to it again', async () => {
  const told = await scene.escalate();
  const call = await scene.phone.pickUp(told.taken);
  const { actors } = scene.world;
  await acknowledgeEscalation(actors.account_manager, { escalationId: told.escalationId, via: 'app' });
  await call.press('1');
  expect(call.lately).toContain('Already acknowledged by The account manager');
  expect(await read(told)).toMatchObject({ acknowledgedByName: 'The account manager' });
});

it('what was called off is said so', async () => {
  const told = await scene.escalate();
  await cancelEscalation(scene.world.actors.operator, told.escalationId);
  const call = await scene.phone.pickUp(told.taken);
  expect(call.lately).toBe('That was called off. There is nothing left to do. Goodbye.');
});

it('a key in a call of an earlier round does not stop the present one', async () => {
  const told = await scene.escalate();
  const call = await scene.phone.pickUp(told.taken);
  await scene.world.ownerSql`
    update escalations set cycle = 2, run_from_cycle = 2 where id = ${told.escalationId}`;
  await call.press('1');
  expect(call.lately).toContain('earlier round');
  expect((await read(told)).state).toBe('open');
});

it('one call about several says how many, and 1 takes all', async () => {
  const [first, second, third] = [
    await scene.escalate('A.'),
    await scene.escalate('B.'),
    await scene.escalate('C.'),
  ];
  for (const { deliveryId } of [first, second, third]) {
    await scene.world
      .ownerSql`update deliveries set bundle_id = ${third.deliveryId} where id = ${deliveryId}`;
  }
  const call = await scene.phone.pickUp(third.taken);
  expect(call.lately).toContain('This is Harbor Answering with 3 open escalations.');
  await call.press('1');
  expect(call.lately).toBe('Thank you, Tom Becker. You have all 3. Goodbye.');
  for (const one of [first, second, third]) expect((await read(one)).state).toBe('acknowledged');
});

it('no summary is too long to listen to, and none can say anything but words', async () => {
  const told = await scene.escalate(`<Hangup/> & "quoted" ${'very long '.repeat(150)}`);
  const call = await scene.phone.pickUp(told.taken);
  expect(call.lately.length).toBeLessThan(700);
  expect(call.lately).toContain('Urgent: <Hangup/> & "quoted" very long');
  await call.leave();
});

it('a code is said digit by digit, and asks for no key', async () => {
  const told = await scene.escalate();
  const message = {
    code: '123456',
    organizationName: 'Harbor Answering',
    clientName: 'B',
    recipientName: 'Tom',
  };
  await scene.world.ownerSql`
    update deliveries set cause = 'code', message = ${scene.world.ownerSql.json(message)} where id = ${told.deliveryId}`;
  const call = await scene.phone.pickUp(told.taken);
  expect(call.lately).toContain('Your code is: 1, 2, 3, 4, 5, 6.');
  expect(call.isOver).toBe(true);
});

it('a callback that the carrier did not sign, or with a token that is not ours, changes nothing', async () => {
  const told = await scene.escalate();
  const { taken, deliveryId, attemptId } = told;
  const { organizationId, client } = scene.world;
  const keypress = taken.url.replace('/voice?', '/keypress?');
  const fields = { CallSid: taken.sid, Digits: '1' };
  for (const address of [keypress, taken.url, taken.statusCallback]) {
    expect((await scene.phone.post(address, fields, 'forged')).status).toBe(401);
  }
  const claims = { organizationId, clientId: client.id, deliveryId, attemptId };
  const now = await scene.world.readClock();
  const tokens = [
    '',
    'x',
    signCarrierLink(claims, 'another secret of at least thirty-two', now),
    signCarrierLink(claims, authSecret, new Date(now.getTime() - 8 * 24 * 3_600_000)),
    signCarrierLink({ ...claims, deliveryId: newId() }, authSecret, now),
    signCarrierLink({ ...claims, organizationId: newId() }, authSecret, now),
  ];
  for (const token of tokens) {
    const address = `${publicUrl}/api/hooks/carrier/keypress?d=${token}`;
    expect((await scene.phone.post(address, fields)).status).toBe(404);
  }
  expect((await read(told)).state).toBe('open');
});
