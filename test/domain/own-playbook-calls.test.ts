// Calls that a playbook of the service's own guided: everybody reads the call, and staff alone the playbook.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addNote } from '../../src/domain/calls/add-note';
import { getCall } from '../../src/domain/calls/queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { updateClient } from '../../src/domain/clients/update-client';
import { archivePlaybook } from '../../src/domain/playbooks/archive-playbook';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { createPlaybook } from '../../src/domain/playbooks/create-playbook';
import type { Playbook } from '../../src/domain/playbooks/model';
import { setServiceRules } from '../../src/domain/playbooks/set-service-rules';
import { defaultServiceRules } from '../../src/domain/tenancy/model';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const write = (name: string): Promise<Playbook> =>
  createPlaybook(world.actors.account_manager, { content: { ...stepBack().content, name } });

const archive = ({ id }: Playbook) => archivePlaybook(world.actors.account_manager, { playbookId: id });

const usual = (playbookId: string | null) =>
  updateClient(world.actors.admin, { clientId: world.client.id, playbookId });

const setDefault = (playbookId: string) =>
  setServiceRules(world.actors.admin, { ...defaultServiceRules, playbookId });

afterEach(async () => {
  await usual(null);
  await setDefault('step_back');
});

async function ring() {
  const { operator } = world.actors;
  const to = world.did.number;
  return (await ringCall(operator, { from: 'anonymous', to, routeReason: 'overflow' })).call;
}

describe('the page of a call', () => {
  it.each(['author', 'responsible_contact', 'client_admin'] as const)(
    'that an own playbook guides is read without it by the client’s: %s',
    async (role) => {
      const own = await write('The Harbor way');
      await usual(own.id);
      const call = await ring();
      await addNote(world.actors.operator, { callId: call.id, kind: 'point', text: 'Got two payslips.' });
      const page = await getCall(world.actors[role], call.id);
      expect(page.playbook).toBeNull();
      expect(page.call).toMatchObject({ id: call.id, playbookId: own.id, playbookVersion: 1 });
      expect(page.notes.map(({ text }) => text)).toEqual(['Got two payslips.']);
      expect((await getCall(world.actors.operator, call.id)).playbook).toEqual(own);
    },
  );

  it('that a built-in one guides is read with it by everybody', async () => {
    const call = await ring();
    for (const role of ['author', 'operator'] as const) {
      expect((await getCall(world.actors[role], call.id)).playbook).toEqual(stepBack());
    }
  });
});

describe('which one guides the call', () => {
  it('is the first that is offered of those that are named, wherever the others are archived', async () => {
    const [briefings, clients, house] = [await write('B'), await write('C'), await write('H')];
    await publishedBriefing(world, { playbookId: briefings.id });
    await usual(clients.id);
    await setDefault(house.id);
    expect(await ring()).toMatchObject({ playbookId: briefings.id, playbookVersion: 1 });
    await archive(briefings);
    expect(await ring()).toMatchObject({ playbookId: clients.id, playbookVersion: 1 });
    await archive(clients);
    expect(await ring()).toMatchObject({ playbookId: house.id, playbookVersion: 1 });
    await setDefault('own_it');
    expect(await ring()).toMatchObject({ playbookId: 'own_it', playbookVersion: 1 });
  });

  it('is found also where the client names it in capitals', async () => {
    const own = await write('In capitals');
    await world.ownerSql`
      update clients set playbook_id = ${own.id.toUpperCase()} where client_id = ${world.client.id}`;
    expect(await ring()).toMatchObject({ playbookId: own.id, playbookVersion: 1 });
  });

  it('is none that a neighbour has written', async () => {
    const neighbour = await world.addTenant('Lighthouse Calls');
    const content = stepBack().content;
    const theirs = await createPlaybook(neighbour.actors.account_manager, { content });
    await usual(theirs.id);
    expect(await ring()).toMatchObject({ playbookId: 'step_back' });
  });
});
