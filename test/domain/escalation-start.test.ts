import { afterAll, beforeAll, expect, it } from 'vitest';
import { setPolicyInput, startEscalationInput } from '../../src/domain/escalations/model';
import { getPolicy, previewEscalation } from '../../src/domain/escalations/policy-queries';
import { getEscalation, listEscalations } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { newId } from '../../src/kernel/ids';
import { addClient, busyDay } from '../support/busy-day';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const start = (changes: object = {}) =>
  startEscalation(world.actors.operator, {
    clientId: world.client.id,
    urgency: 'urgent',
    summary: 'The money is missing.',
    ...changes,
  });

it('with the same id again, later or at the same instant, starts no second one', async () => {
  const escalationId = newId();
  const cards = await Promise.all([1, 2, 3].map(() => start({ escalationId })));
  expect(new Set(cards.map(({ id }) => id))).toEqual(new Set([escalationId]));
  expect((await start({ escalationId, summary: 'Other words' })).summary).toBe('The money is missing.');
  const now = await getEscalation(world.actors.admin, escalationId);
  expect(now.deliveries.map(({ recipientName }) => recipientName)).toEqual(['Tom Becker']);
  expect(now.timeline.map(({ type }) => type)).toEqual(['started', 'step_begun']);
});

it('shows beforehand whom it will tell', async () => {
  const { steps } = await previewEscalation(world.actors.operator, { clientId: world.client.id });
  expect(steps.map(({ messages }) => messages.map(({ name }) => name))).toEqual([
    ['Tom Becker'],
    ['Eva Schulz'],
    ['The account manager'],
  ]);
});

it('without a policy of the client tells the account managers, three times', async () => {
  await world.ownerSql`delete from escalation_policies where client_id = ${world.client.id}`;
  expect(await getPolicy(world.actors.admin, { clientId: world.client.id })).toBeNull();
  const { id } = await start();
  const [row] = await world.ownerSql<[{ cycles: number }]>`
    select (policy->>'cycles')::int as cycles from escalations where id = ${id}`;
  expect(row.cycles).toBe(3);
  const { deliveries } = await getEscalation(world.actors.admin, id);
  expect(deliveries.map(({ recipientName }) => recipientName)).toEqual(['The account manager']);
});

it('is about the client of its call, and about nobody else', async () => {
  const other = await addClient(world, 'Northgate');
  const { callId, clientId } = await busyDay(other);
  expect((await start({ callId, clientId: undefined })).clientId).toBe(clientId);
  await expect(start({ callId, clientId: world.client.id })).rejects.toMatchObject({ code: 'INVALID' });
  const { items } = await listEscalations(other.actors.author, { limit: 10 });
  expect(new Set(items.map((item) => item.clientId))).toEqual(new Set([clientId]));
});

it('says in words what is missing', () => {
  const { error } = startEscalationInput.safeParse({ summary: ' ' });
  expect(error?.issues.map(({ message }) => message)).toContain('Say in a sentence what it is about.');
  const { error: nobody } = startEscalationInput.safeParse({ summary: 'Fire.' });
  expect(nobody?.issues.map(({ message }) => message)).toEqual(['Name the call, or the client.']);
});

it('goes by a policy that names contacts of this client only', async () => {
  const other = await addClient(world, 'Southgate');
  const contactStep = (id: string) => ({ targets: [{ type: 'contact', id }], delaySeconds: 60 });
  const steps = [contactStep(world.contact.id), contactStep(other.contact.id), contactStep(newId())];
  const input = setPolicyInput.parse({ clientId: world.client.id, steps });
  await expect(setPolicy(world.actors.client_admin, input)).rejects.toMatchObject({
    code: 'INVALID',
    problems: [
      { field: 'steps.1.targets', words: 'Choose contacts of this client.' },
      { field: 'steps.2.targets', words: 'Choose contacts of this client.' },
    ],
  });
});
