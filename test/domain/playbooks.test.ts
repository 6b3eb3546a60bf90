// Methods of one's own: written from one that ships with the product, changed version by version, chosen, put away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTx } from '../../src/db/transaction';
import { ringCall } from '../../src/domain/calls/ring-call';
import { updateClient } from '../../src/domain/clients/update-client';
import { archivePlaybook } from '../../src/domain/playbooks/archive-playbook';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { changePlaybook } from '../../src/domain/playbooks/change-playbook';
import { createCallType } from '../../src/domain/playbooks/create-call-type';
import { createPlaybook } from '../../src/domain/playbooks/create-playbook';
import { mostPlaybooks, type Playbook, type PlaybookContent } from '../../src/domain/playbooks/model';
import {
  getPlaybook,
  getPlaybookVersion,
  listPlaybookNames,
  listPlaybooks,
} from '../../src/domain/playbooks/playbook-queries';
import { loadPlaybooks } from '../../src/domain/playbooks/queries';
import { setServiceRules } from '../../src/domain/playbooks/set-service-rules';
import { defaultServiceRules } from '../../src/domain/tenancy/model';
import { getServiceRules } from '../../src/domain/tenancy/service-rules-queries';
import { newId } from '../../src/kernel/ids';
import { ask } from '../support/caller';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const own = (changes: Partial<PlaybookContent> = {}): PlaybookContent => ({
  ...stepBack().content,
  name: 'The Harbor way',
  ...changes,
});

const write = (changes: Partial<PlaybookContent> = {}, tenant: Tenant = world) =>
  createPlaybook(tenant.actors.account_manager, { content: own(changes) });

const change = ({ id, version }: Playbook, changes: Partial<PlaybookContent>) =>
  changePlaybook(world.actors.account_manager, { playbookId: id, version, content: own(changes) });

const archive = ({ id }: Playbook) => archivePlaybook(world.actors.account_manager, { playbookId: id });

const setDefault = (playbookId: string) =>
  setServiceRules(world.actors.admin, { ...defaultServiceRules, playbookId });

const usual = (playbookId: string | null) =>
  updateClient(world.actors.admin, { clientId: world.client.id, playbookId });

async function methodOfNextCall() {
  const to = world.did.number;
  const { call } = await ringCall(world.actors.operator, { from: 'anonymous', to, routeReason: 'direct' });
  return { id: call.playbookId, version: call.playbookVersion };
}

async function liveEvents(type: string) {
  const rows = await world.ownerSql<{ payload: { json: Record<string, unknown> } }[]>`
    select payload from live_events where type = ${type} order by seq`;
  return rows.map(({ payload }) => payload.json);
}

describe('a playbook of one’s own', () => {
  it('begins at version 1, and is offered on every desk at once', async () => {
    const playbook = await write({ name: 'A calm start' });
    expect(playbook).toMatchObject({ version: 1, isBuiltIn: false, content: { name: 'A calm start' } });
    expect((await liveEvents('playbook.changed')).at(-1)).toMatchObject({
      playbook: { id: playbook.id, version: 1 },
      isArchived: false,
    });
    const offered = await readTx(world.actors.operator, loadPlaybooks);
    expect(offered.find(({ id }) => id === playbook.id)).toEqual(playbook);
  });

  it('keeps every version: a call goes on with the one it began with', async () => {
    const first = await write();
    await usual(first.id);
    expect(await methodOfNextCall()).toEqual({ id: first.id, version: 1 });
    const second = await change(first, { listeningLine: 'Yes, I am here.' });
    expect(second.version).toBe(2);
    expect(await methodOfNextCall()).toEqual({ id: first.id, version: 2 });
    const asBefore = { playbookId: first.id, version: 1 };
    expect((await getPlaybookVersion(world.actors.operator, asBefore)).content).toEqual(first.content);
    const record = await getPlaybook(world.actors.operator, first.id);
    expect(record.playbook).toEqual(second);
    expect(record.versions).toMatchObject([
      { version: 2, changedByName: 'The account manager' },
      { version: 1, changedByName: 'The account manager' },
    ]);
    await usual(null);
  });

  it('a second editor who began from the same version is told, and overwrites nothing', async () => {
    const first = await write();
    const second = await change(first, { summary: 'Mine.' });
    await expect(change(first, { summary: 'Mine too.' })).rejects.toMatchObject({ code: 'STALE' });
    expect((await getPlaybook(world.actors.admin, first.id)).playbook).toEqual(second);
  });

  it('of two who save at the same instant one wins, and the other is told', async () => {
    const first = await write();
    const outcomes = await Promise.allSettled([
      change(first, { summary: 'One.' }),
      change(first, { summary: 'Other.' }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await getPlaybook(world.actors.admin, first.id)).versions).toHaveLength(2);
  });

  it('that contradicts itself is not saved, and every contradiction is named', async () => {
    const contradiction = { foldsAccount: true, abuseLine: '' };
    await expect(write(contradiction)).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'foldsAccount' }, { field: 'abuseLine' }],
    });
    const sound = await write();
    await expect(change(sound, contradiction)).rejects.toMatchObject({ code: 'INVALID' });
    expect((await getPlaybook(world.actors.admin, sound.id)).playbook).toEqual(sound);
  });

  it('no version is ever rewritten: the application is not trusted with it', async () => {
    const [row] = await world.ownerSql<[{ may: boolean }]>`
      select has_table_privilege('calmline_app', 'playbook_versions', 'update') as may`;
    expect(row.may).toBe(false);
  });

  it('there are only so many', async () => {
    const crowded = await world.addTenant('Crowded Calls');
    const rows = Array.from({ length: mostPlaybooks }, (_, n) => ({
      organization_id: crowded.organizationId,
      id: newId(),
      name: `Method ${n}`,
      current_version: 1,
      created_at: new Date(),
    }));
    await world.ownerSql`insert into playbooks ${world.ownerSql(rows)}`;
    await expect(write({}, crowded)).rejects.toMatchObject({ code: 'CONFLICT' });
    await world.ownerSql`update playbooks set archived_at = app_now() where id = ${rows[0]?.id ?? ''}`;
    await expect(write({}, crowded)).resolves.toMatchObject({ version: 1 });
  });
});

describe('which playbook guides a call', () => {
  it('the briefing’s, else the client’s, else the service’s', async () => {
    expect(await methodOfNextCall()).toEqual({ id: 'step_back', version: 1 });
    const house = await write({ name: 'The house method' });
    await setDefault(house.id);
    expect(await methodOfNextCall()).toEqual({ id: house.id, version: 1 });
    await usual('receptive');
    expect(await methodOfNextCall()).toEqual({ id: 'receptive', version: 1 });
    await publishedBriefing(world, { playbookId: 'eleven_steps' });
    expect(await methodOfNextCall()).toEqual({ id: 'eleven_steps', version: 1 });
    await world.ownerSql`update briefings set state = 'resolved', resolved_at = app_now()`;
    await usual(null);
    await setDefault('step_back');
  });

  it('what is archived gives way to the next place, and comes to nobody’s mind again', async () => {
    const clients = await write({ name: 'For one client' });
    await usual(clients.id);
    await archive(clients);
    expect(await methodOfNextCall()).toEqual({ id: 'step_back', version: 1 });
    const names = await listPlaybookNames(world.actors.account_manager);
    expect(names.map(({ id }) => id)).not.toContain(clients.id);
    expect((await liveEvents('playbook.changed')).at(-1)).toMatchObject({ isArchived: true });
    await usual(null);
  });

  it('the service’s own one cannot be put away while it is the last resort', async () => {
    const house = await write();
    await setDefault(house.id);
    await expect(archive(house)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await getPlaybook(world.actors.admin, house.id)).archivedAt).toBeNull();
    await setDefault('own_it');
    await archive(house);
    expect((await getPlaybook(world.actors.admin, house.id)).archivedAt).not.toBeNull();
    await setDefault('step_back');
  });

  it('and cannot become the last resort once it is put away, nor one that is nobody’s or a neighbour’s', async () => {
    const gone = await write();
    await archive(gone);
    const neighbour = await world.addTenant('Lighthouse Calls');
    const theirs = await write({}, neighbour);
    for (const playbookId of [gone.id, theirs.id, newId(), 'no_such_method', '']) {
      await expect(setDefault(playbookId), playbookId).rejects.toMatchObject({
        code: 'INVALID',
        problems: [{ field: 'playbookId' }],
      });
    }
    expect((await getServiceRules(world.actors.operator)).playbookId).toBe('step_back');
  });

  it('is put away or made the last resort, never both, when two people do so at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const house = await write();
      await Promise.allSettled([setDefault(house.id), archive(house)]);
      const { playbookId } = await getServiceRules(world.actors.admin);
      const { archivedAt } = await getPlaybook(world.actors.admin, house.id);
      expect(playbookId === house.id).toBe(archivedAt === null);
      await setDefault('step_back');
    }
  });
});

describe('an archived playbook', () => {
  it('is still read by the calls that began with it, and cannot be changed', async () => {
    const playbook = await write();
    await archive(playbook);
    expect((await getPlaybook(world.actors.operator, playbook.id)).playbook).toEqual(playbook);
    await expect(change(playbook, { summary: 'Again.' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('archived again is the same, with one line on record', async () => {
    const playbook = await write();
    await archive(playbook);
    expect(await archive(playbook)).toEqual(playbook);
    const entries = await world.ownerSql`
      select id from audit_entries where action = 'playbook.archived' and subject_id = ${playbook.id}`;
    expect(entries).toHaveLength(1);
  });

  it('a built-in one cannot be archived or changed', async () => {
    for (const [path, input] of [
      ['playbooks.archive', { playbookId: 'step_back' }],
      ['playbooks.change', { playbookId: 'step_back', version: 1, content: own() }],
    ] as const) {
      expect(await ask(world.actors.admin, path, input)).toMatchObject({ refused: { code: 'INVALID' } });
    }
    expect((await getPlaybook(world.actors.admin, 'step_back')).playbook).toEqual(stepBack());
  });
});

describe('the list', () => {
  it('names the built-in ones first, and tells where each is named', async () => {
    const tenant = await world.addTenant('Quiet Calls');
    const { admin } = tenant.actors;
    const zebra = await write({ name: 'Zebra' }, tenant);
    const apple = await write({ name: 'apple' }, tenant);
    const old = await write({ name: 'Aardvark' }, tenant);
    await archivePlaybook(admin, { playbookId: old.id });
    await updateClient(admin, { clientId: tenant.client.id, playbookId: apple.id });
    const callType = { clientId: null, name: 'Press', playbookId: apple.id, intake: [] };
    const { id: callTypeId } = await createCallType(admin, callType);
    const list = await listPlaybooks(tenant.actors.operator);
    expect(list.map(({ name }) => name).slice(5)).toEqual(['apple', 'Zebra', 'Aardvark']);
    expect(list.find(({ id }) => id === apple.id)).toMatchObject({
      clientCount: 1,
      callTypeCount: 1,
      isDefault: false,
    });
    expect(list.find(({ id }) => id === zebra.id)).toMatchObject({ clientCount: 0, callTypeCount: 0 });
    expect(list.find(({ isDefault }) => isDefault)?.id).toBe('step_back');
    expect((await getPlaybook(admin, apple.id)).use).toEqual({
      isDefault: false,
      clients: [{ id: tenant.client.id, name: 'Brightwater Payroll' }],
      callTypes: [{ id: callTypeId, name: 'Press', clientId: null }],
    });
  });

  it('a client’s people choose among the built-in ones, and read none of the service’s own', async () => {
    const playbook = await write();
    const { author, operator } = world.actors;
    expect((await listPlaybookNames(author)).map(({ id }) => id)).toHaveLength(5);
    expect((await listPlaybookNames(operator)).map(({ id }) => id)).toContain(playbook.id);
    await expect(listPlaybooks(author)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(getPlaybook(author, playbook.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const behindTheWall = await readTx(author, loadPlaybooks);
    expect(behindTheWall.every(({ isBuiltIn }) => isBuiltIn)).toBe(true);
  });
});

describe('the service’s rules', () => {
  it('are those of the trade until an admin lays down others', async () => {
    const tenant = await world.addTenant('New Calls');
    expect(await getServiceRules(tenant.actors.operator)).toEqual(defaultServiceRules);
    const rules = {
      playbookId: 'receptive',
      serviceLevelPercent: 90,
      serviceLevelSeconds: 15,
      abandonedRule: 'counted' as const,
      abandonedAfterSeconds: 0,
      billingStepSeconds: 60,
      billingLeastSeconds: 60,
    };
    expect(await setServiceRules(tenant.actors.admin, rules)).toEqual(rules);
    expect(await setServiceRules(tenant.actors.admin, rules)).toEqual(rules);
    expect(await getServiceRules(tenant.actors.operator)).toEqual(rules);
    expect(await getServiceRules(world.actors.operator)).toMatchObject({ playbookId: 'step_back' });
  });
});
