// Finding a call again by what was heard: mistyped names, half a number, a word of the log.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { addNote } from '../../src/domain/calls/add-note';
import { updateCall } from '../../src/domain/recalls/update-call';
import { addClient } from '../support/busy-day';
import { find, heard, idsOf } from '../support/heard-calls';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let clinic: Tenant;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  clinic = await addClient(world, 'Northgate Clinic');
});

afterAll(() => world.stop());

describe('a call is found', () => {
  it.each([
    ['Weber', 'the name'],
    ['weber', 'the name in small letters'],
    ['Jona', 'the beginning of the name'],
    ['Webr', 'a letter that was left out'],
    ['Wieber', 'a letter too many'],
    ['paysilp', 'two letters changed round'],
    ['thermstat', 'a letter left out of a long word'],
    ['Weber payslip', 'a word of the name and one of the log'],
    ['payslip Webr', 'the same the other way round, one of them mistyped'],
    ['thermostat boiler', 'two words of different points'],
    ['refund', 'a word of what would solve it'],
    ['heating', 'a word of the matter'],
  ])('by "%s": %s', async (q) => {
    const id = await heard(world, {
      name: 'Jonas Weber',
      issue: 'The heating is cold',
      wish: 'A refund',
      points: ['Payslip of March is wrong.', 'The thermostat shows 12.', 'Boiler from 1998'],
    });
    expect(await idsOf(world.actors.operator, q)).toContain(id);
  });

  it.each([
    ['José', 'Jose'],
    ['Müller', 'Muller'],
    ['Müller', 'Mueller'],
    ['Strauß', 'Strauss'],
    ['Søren', 'Soren'],
    ['Łukasz', 'lukasz'],
    ['Nguyễn', 'Nguyen'],
    ['Ægir', 'aegir'],
  ])('with or without accents: %s by "%s"', async (name, q) => {
    const id = await heard(world, { name });
    expect(await idsOf(world.actors.operator, q)).toContain(id);
    expect(await idsOf(world.actors.operator, name)).toContain(id);
  });

  it.each([
    '+49151 2345 678',
    '0151 2345',
    '01512345678',
    '0049 151 23',
    '(0151) 2345-678',
    '5678',
    '+4915123456780',
  ])('by its number, however it is written: %s', async (q) => {
    const id = await heard(world, { from: '+4915123456780' });
    expect(await idsOf(world.actors.operator, q)).toContain(id);
  });

  it('by a number in its log, and by one with a word', async () => {
    const id = await heard(world, { points: ['Order 4711 88 has not come, ring 0151 999 000.'] });
    expect(await idsOf(world.actors.operator, '4711')).toContain(id);
    expect(await idsOf(world.actors.operator, 'order 4711 88')).toContain(id);
    expect(await idsOf(world.actors.operator, '0151 999')).toContain(id);
    expect(await idsOf(world.actors.operator, 'order 4712')).not.toContain(id);
  });

  it('as soon as a point is written, and when it is the hundredth', async () => {
    const id = await heard(world, { name: 'Ida Kern' });
    expect(await idsOf(world.actors.operator, 'gooseberry')).toEqual([]);
    const points = Array.from({ length: 99 }, (_, n) => `Point ${n}`);
    for (const text of [...points, 'Gooseberry jam leaks.']) {
      await addNote(world.actors.operator, { callId: id, kind: 'point', text });
    }
    expect(await find(world.actors.operator, 'gooseberry')).toMatchObject([
      { id, excerpt: 'Gooseberry jam leaks.' },
    ]);
  });

  it('by its new name after a correction, and no more by the old one', async () => {
    const id = await heard(world, { name: 'Quentin Zwart' });
    await updateCall(world.actors.operator, { callId: id, callerName: 'Quentin Blanc' });
    expect(await idsOf(world.actors.operator, 'Blanc')).toContain(id);
    expect(await idsOf(world.actors.operator, 'Zwart')).not.toContain(id);
  });

  it('only when all words are in it', async () => {
    await heard(world, { name: 'Olga Petrov', points: ['The lift is stuck.'] });
    expect(await idsOf(world.actors.operator, 'Petrov lift')).toHaveLength(1);
    expect(await idsOf(world.actors.operator, 'Petrov parrot')).toEqual([]);
  });

  it('between two instants, of one client, and as one of so many', async () => {
    const mine = await heard(world, { points: ['marmalade'] });
    const theirs = await heard(clinic, { points: ['marmalade'] });
    expect((await idsOf(world.actors.operator, 'marmalade')).toSorted()).toEqual([mine, theirs].toSorted());
    expect(await idsOf(world.actors.operator, 'marmalade', { clientId: clinic.client.id })).toEqual([theirs]);
    expect(await idsOf(world.actors.operator, 'marmalade', { limit: 1 })).toEqual([theirs]);
    expect(await idsOf(world.actors.operator, 'marmalade', { to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await idsOf(world.actors.operator, 'marmalade', { from: '2020-01-01T00:00:00Z' })).toHaveLength(2);
    expect(await idsOf(world.actors.operator, 'marmalade', { kind: 'briefing' })).toEqual([]);
  });
});

describe('behind thousands of newer calls', () => {
  let old: string;

  beforeAll(async () => {
    const from = '+4915177788899';
    const points = ['The accordion is out of tune.', 'Order 55 0144 for a harmonica.'];
    old = await heard(neighbour, { name: 'Beatriz Almeida', from, points });
    await world.ownerSql`
      insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase, ring_at,
        caller_name)
      select organization_id, uuidv7(), client_id, 'seed', dnis, '+49308880' || (1000 + n), true, 'overflow', '',
        ring_at + make_interval(secs => n), 'Somebody Else'
      from calls cross join generate_series(1, 2100) n where id = ${old}`;
  });

  it.each([
    'Beatriz accordion',
    'almeda',
    'accordeon',
    'harmonca Almeida',
    '0151 777',
    '88899',
    'order 55 0144',
    'harm',
  ])('a call is found by "%s" all the same', async (q) => {
    expect(await idsOf(neighbour.actors.operator, q)).toEqual([old]);
    expect(await idsOf(neighbour.actors.author, q)).toEqual([old]);
    expect(await idsOf(world.actors.operator, q)).toEqual([]);
  });

  it('a word of all calls finds the newest of them', async () => {
    const newest = await world.ownerSql<{ id: string }[]>`
      select id from calls where organization_id = ${neighbour.organizationId} order by ring_at desc limit 3`;
    const found = await idsOf(neighbour.actors.operator, 'somebody', { limit: 3 });
    expect(found).toEqual(newest.map(({ id }) => id));
  });
});

describe('what is shown', () => {
  it('is the caller, the client, and the words around the hit', async () => {
    const before =
      'Wants to know why the letter that came on Tuesday names another amount than the one before, and ';
    const text = `${before}asks about the wheelbarrow that was left <b>outside</b>.`;
    const id = await heard(world, { name: 'Grace Hall', from: '+4930123456', points: ['First', text] });
    const [hit] = await find(world.actors.operator, 'wheelbarow');
    expect(hit).toMatchObject({
      kind: 'call',
      id,
      clientId: world.client.id,
      clientName: 'Brightwater Payroll',
      title: 'Grace Hall, +49 30 123456',
    });
    expect(hit?.excerpt).toMatch(/^… .*wheelbarrow that was left <b>outside<\/b>\.$/);
    expect(hit?.excerpt.length).toBeLessThan(170);
  });

  it('puts whole words first, then beginnings, then words that are alike', async () => {
    const alike = await heard(world, { points: ['pomegranite'] });
    const whole = await heard(world, { points: ['pomegranate'] });
    const beginning = await heard(world, { points: ['pomegranates'] });
    expect(await idsOf(world.actors.operator, 'pomegranate')).toEqual([whole, beginning, alike]);
  });

  it('puts the newest first among equals', async () => {
    const first = await heard(world, { points: ['rhubarb'] });
    const second = await heard(world, { points: ['rhubarb'] });
    expect(await idsOf(world.actors.operator, 'rhubarb')).toEqual([second, first]);
  });
});

describe('briefings', () => {
  it('are found by headline and statement while they are published, in front of calls', async () => {
    const call = await heard(world, { points: ['About the cobblestones.'] });
    const content = { headline: 'Cobblestones in parcels', statements: ['The quarry takes them back.'] };
    const briefing = await publishedBriefing(world, content);
    expect(await find(world.actors.operator, 'cobblestones')).toMatchObject([
      {
        kind: 'briefing',
        id: briefing.id,
        title: 'Cobblestones in parcels',
        clientName: 'Brightwater Payroll',
      },
      { kind: 'call', id: call },
    ]);
    expect(await idsOf(world.actors.operator, 'coblestone')).toContain(briefing.id);
    expect(await find(world.actors.operator, 'quarry')).toMatchObject([
      { id: briefing.id, excerpt: 'The quarry takes them back.' },
    ]);
    expect(await idsOf(world.actors.operator, 'cobblestones', { kind: 'call' })).toEqual([call]);
    await resolveBriefing(world.actors.author, briefing.id);
    expect(await idsOf(world.actors.operator, 'cobblestones')).toEqual([call]);
  });
});
