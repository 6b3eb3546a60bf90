// Many callers say the same, and no briefing is in force: the author and the account managers are told, once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineActor } from '../../src/db/gate';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { closeSurge } from '../../src/domain/surges/close-surge';
import { openSurge } from '../../src/domain/surges/open-surge';
import { listSurges } from '../../src/domain/surges/queries';
import { HOUR, MINUTE } from '../../src/kernel/duration';
import { Complainers, wrongPayslips } from '../support/complainers';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
const callers = new Complainers(() => world);

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const noticesOf = ({ id }: { id: string }) => world.ownerSql<
  {
    recipient_name: string;
    message: { subject: string; lines: string[]; path: string };
  }[]
>`
  select recipient_name, message from deliveries where cause_id = ${id} and cause = 'notice' order by recipient_name`;

const ordinaryDay = [
  'Wants an appointment for the boiler',
  'asks for a call back about the quote',
  'Wants to move the appointment to Friday',
  'Plumber is late, waits since 10, very upset, urgent',
  'Asks for the opening hours',
  'needs a copy of invoice 4411',
  'Boiler leaks in the kitchen, urgent, please call back today',
  'Supplier, wants to speak to purchasing',
  'Asks whether heat pumps are repaired, please call back',
  'Pays the invoice tomorrow',
];

describe('a surge', () => {
  it('is told to the author and the account managers, in the callers’ own words', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    const surge = await callers.surgeOf(client);
    expect(surge).toMatchObject({
      clientName: client.client.name,
      state: 'open',
      calls: 5,
      briefingId: null,
    });
    expect(surge.words.map(({ text }) => text)).toEqual(
      wrongPayslips.map((notes) => notes.join('; ')).toReversed(),
    );
    const notices = await noticesOf(surge);
    const told = notices.map(({ recipient_name, message }) => [recipient_name, message.path]);
    expect(told.toSorted()).toEqual(
      [
        ['The account manager', '/manage/approvals'],
        [client.actors.author.name, '/portal/briefings'],
        [client.actors.client_admin.name, '/portal/briefings'],
      ].toSorted(),
    );
    const [notice] = notices;
    expect(notice?.message.subject).toBe(`${client.client.name}: 5 callers in the past hour say the same`);
    expect(notice?.message.lines.filter((line) => line.includes('“'))).toHaveLength(5);
    expect(notice?.message.lines.join('\n')).toMatch(/\d\d:\d\d: “payslip shows wrong gross amount”/);
  });

  it('is seen by the client’s own people and by nobody of another client', async () => {
    const [client, other] = [await callers.newClient(), await callers.newClient()];
    await callers.calls(client, ...wrongPayslips);
    await callers.look(client);
    expect(await callers.surgesOf(client, client.actors.responsible_contact)).toHaveLength(1);
    expect(await callers.surgesOf(client, other.actors.author)).toEqual([]);
    expect(await listSurges(other.actors.author, {})).toEqual([]);
  });

  it('is found among ordinary calls, and counts what still comes without telling again', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...ordinaryDay, ...wrongPayslips.slice(0, 4));
    const surge = await callers.surgeOf(client);
    expect(surge.calls).toBe(4);
    await callers.calls(client, 'Payslip is wrong again', 'Boiler makes a noise');
    expect(await callers.surgeOf(client)).toMatchObject({ id: surge.id, calls: 5 });
    expect((await callers.surgeOf(client)).words[0]?.text).toBe('Payslip is wrong again');
    expect(await noticesOf(surge)).toHaveLength(3);
  });

  it('is one, however many workers look at once', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    await Promise.all(
      Array.from({ length: 5 }, () => openSurge(engineActor(world.organizationId), client.client.id)),
    );
    expect(await noticesOf(await callers.surgeOf(client))).toHaveLength(3);
  });

  it('counts wishes and questions as words too', async () => {
    const client = await callers.newClient();
    const wishes = ['No internet', 'internet gone', 'internet is down', 'internet does not work'];
    for (const wish of wishes) {
      const id = await callers.call(client, []);
      await world.ownerSql`update calls set requested_solution = ${wish} where id = ${id}`;
    }
    expect((await callers.surgeOf(client)).calls).toBe(4);
  });
});

describe('no surge', () => {
  it.each([
    ['different problems', ordinaryDay],
    ['too few', wrongPayslips.slice(0, 3)],
    [
      'words that stand in every note',
      ['Very upset', 'wants a call back', 'upset, call back today', 'upset'],
    ],
    ['nothing noted', [[], [], [], [], []]],
  ])('%s', async (_what, notes) => {
    const client = await callers.newClient();
    await callers.calls(client, ...notes);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
  });

  it('one caller again and again', async () => {
    const client = await callers.newClient();
    for (const notes of wrongPayslips) await callers.call(client, notes, '+4915112345678');
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
  });

  it('while a briefing is in force, or was when they rang', async () => {
    const client = await callers.newClient();
    const briefing = await publishedBriefing(client);
    await callers.calls(client, ...wrongPayslips);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
    await resolveBriefing(client.actors.author, briefing.id);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
  });

  it('over an hour ago', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    await world.moveClock(61 * MINUTE);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
  });

  it('what this client’s callers want every day, until it is far more of it', async () => {
    const client = await callers.newClient();
    const wanted = (n: number) => [
      `Wants an appointment with doctor number ${n}`,
      'Appointment for the child',
    ];
    for (let day = 1; day <= 3; day += 1) {
      for (let n = 0; n < 3; n += 1) await callers.calls(client, ...wanted(n));
      await world.moveClock(20 * HOUR);
    }
    for (let n = 0; n < 4; n += 1) await callers.calls(client, ...wanted(n));
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
    await callers.calls(client, 'Appointment was cancelled by text message', 'His appointment was cancelled');
    await callers.look(client);
    expect((await callers.surgeOf(client)).calls).toBeGreaterThanOrEqual(9);
  });
});

it('only the worker compares calls', async () => {
  const client = await callers.newClient();
  for (const look of [openSurge, closeSurge]) {
    await expect(look(world.actors.admin, client.client.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
