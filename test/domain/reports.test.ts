// Reports: every figure equals a slow count over the rows, on days of 23, 24 and 25 hours, for every rule and every reader.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/domain/clients/create-client';
import { createClientInput } from '../../src/domain/clients/model';
import {
  outcomesInput,
  reportFileInput,
  reportInput,
  reportKinds,
  type ReportKind,
} from '../../src/domain/reports/model';
import { getOutcomes } from '../../src/domain/reports/outcome-queries';
import { getPlaybookReport } from '../../src/domain/reports/playbook-report-queries';
import { datesBetween } from '../../src/domain/reports/report-days';
import { reportBatches } from '../../src/domain/reports/report-file-queries';
import { getReport } from '../../src/domain/reports/report-queries';
import type { ReportFigures } from '../../src/domain/reports/report-figures';
import type { ServiceRules } from '../../src/domain/tenancy/model';
import type { Actor } from '../../src/kernel/actor';
import {
  drawCalls,
  drawEscalations,
  drawPromises,
  putIn,
  type EscalationRow,
  type Place,
  type PromiseRow,
} from '../support/random-calls';
import {
  dateOn,
  onTheDays,
  slowAcknowledgement,
  slowLevel,
  slowMinutes,
  slowOutcome,
  slowPromises,
  type Asked,
} from '../support/report-oracle';
import { layDown, someDays, someRules } from '../support/report-rules';
import { makeWorld, type World } from '../support/world';

let world: World;
let places: Place[];
let calls: ReturnType<typeof drawCalls>;
let escalations: EscalationRow[];
let promises: PromiseRow[];
let now: Date;

beforeAll(async () => {
  world = await makeWorld();
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Adelaide'];
  const made = zones.map((timeZone) =>
    createClient(world.actors.admin, createClientInput.parse({ name: `In ${timeZone}`, timeZone })),
  );
  const owned = [world.client, ...(await Promise.all(made))];
  places = [
    ...owned.map(({ id, timeZone }) => ({ clientId: id, timeZone })),
    // Numbers of nobody count where most clients are.
    { clientId: null, timeZone: 'Europe/Berlin' },
  ];
  const people = [world.actors.operator.id, world.actors.account_manager.id];
  const seed = 20_261_122;
  calls = drawCalls({ places, people, amount: 700, seed });
  escalations = drawEscalations({ places, amount: 200, seed });
  promises = drawPromises({ places, amount: 250, seed }, calls);
  await putIn(world.ownerSql, world.organizationId, { calls, escalations, promises });
  now = await world.readClock();
});

afterAll(() => world.stop());

type Slow = { [Kind in ReportKind]: (asked: Asked, day?: string) => ReportFigures[Kind] };

/** The same questions, answered row by row. */
function slowly(rules: ServiceRules): Slow {
  const rang = (asked: Asked) => onTheDays(calls, ({ ring_at }) => ring_at, asked);
  return {
    level: (asked) => slowLevel(rang(asked), rules),
    minutes: (asked) => slowMinutes(rang(asked), rules),
    promises: (asked) =>
      slowPromises(
        onTheDays(promises, ({ due_at }) => due_at, asked),
        now,
      ),
    acknowledgement: (asked) =>
      slowAcknowledgement(onTheDays(escalations, ({ started_at }) => started_at, asked)),
  };
}

/** Sums of milliseconds, without the dust of floating point. */
function clean<Figures extends object>(figures: Figures): Figures {
  const entries = (Object.entries(figures) as [string, unknown][]).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value,
  ]);
  return Object.fromEntries(entries) as Figures;
}

const isSomething = (figures: object) =>
  Object.values(figures).some((value) => value !== 0 && value !== null);

async function compare(actor: Actor, kind: ReportKind, asked: Asked, rules: ServiceRules): Promise<void> {
  const slow = slowly(rules)[kind];
  const own = actor.clientId ?? asked.clientId;
  const input = { ...asked, ...(asked.clientId === undefined && { clientId: undefined }) };
  const byDay = await getReport(actor, kind, reportInput.parse({ ...input, by: 'day' }));
  expect(byDay.rules).toEqual(rules);
  expect(byDay.rows.map(({ day, figures }) => [day, clean(figures)])).toEqual(
    datesBetween(asked).map((day) => [day, slow({ from: day, to: day, clientId: own })]),
  );
  expect(clean(byDay.total)).toEqual(slow({ ...asked, clientId: own }));
  const byClient = await getReport(actor, kind, reportInput.parse({ ...input, by: 'client' }));
  expect(clean(byClient.total)).toEqual(clean(byDay.total));
  const theirs = byClient.rows.map(({ clientId, figures }) => [clientId, clean(figures)] as const);
  const wanted = places
    .filter(({ clientId }) => own === undefined || clientId === own)
    .map(({ clientId }) => [clientId, slowOf(kind, rules, { ...asked, clientId: own }, clientId)] as const)
    .filter(([, figures]) => isSomething(figures));
  expect(new Map(theirs.filter(([, figures]) => isSomething(figures)))).toEqual(new Map(wanted));
}

/** Of one client, or of the numbers that belong to nobody. */
function slowOf(kind: ReportKind, rules: ServiceRules, asked: Asked, clientId: string | null) {
  if (clientId !== null) return slowly(rules)[kind]({ ...asked, clientId });
  const rang = onTheDays(calls, ({ ring_at }) => ring_at, asked).filter(
    ({ client_id }) => client_id === null,
  );
  if (kind === 'level') return slowLevel(rang, rules);
  if (kind === 'minutes') return slowMinutes(rang, rules);
  return kind === 'promises' ? slowPromises([], now) : slowAcknowledgement([]);
}

it('by any rule, on any days: each figure is what a slow count says, and the parts add up to the whole', async () => {
  const someClient = fc.option(fc.constantFrom(...places.flatMap(({ clientId }) => clientId ?? [])), {
    nil: undefined,
  });
  await fc.assert(
    fc.asyncProperty(
      someRules,
      someDays,
      someClient,
      fc.constantFrom(...reportKinds),
      async (drawn, days, clientId, kind) => {
        const rules = await layDown(world, drawn);
        await compare(world.actors.account_manager, kind, { ...days, clientId }, rules);
      },
    ),
    { numRuns: 12, seed: 7 },
  );
});

describe("a client's own people", () => {
  it('see the figures of their client alone, by the rule of the service', async () => {
    const rules = await layDown(world, {
      serviceLevelPercent: 95,
      serviceLevelSeconds: 7,
      abandonedRule: 'counted',
      abandonedAfterSeconds: 3,
      billingStepSeconds: 6,
      billingLeastSeconds: 30,
    });
    const days = { from: '2026-10-20', to: '2026-11-04' };
    for (const kind of reportKinds) await compare(world.actors.client_admin, kind, days, rules);
    for (const kind of ['level', 'promises', 'acknowledgement'] as const) {
      await compare(world.actors.responsible_contact, kind, days, rules);
      await compare(world.actors.author, kind, days, rules);
    }
  });

  it.each(['author', 'responsible_contact', 'operator'] as const)('no bill for the %s', async (role) => {
    const asked = reportInput.parse({ from: '2026-10-20', to: '2026-10-21', by: 'day' });
    await expect(getReport(world.actors[role], 'minutes', asked)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('operators see no report at all, and nobody asks for a client of somebody else', async () => {
    const asked = reportInput.parse({ from: '2026-10-20', to: '2026-10-21', by: 'day' });
    await expect(getReport(world.actors.operator, 'level', asked)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const neighbour = await world.addTenant('Lighthouse Calls');
    const theirs = { ...asked, clientId: neighbour.client.id };
    await expect(getReport(world.actors.admin, 'level', theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = { ...asked, clientId: places[1]?.clientId ?? '' };
    await expect(getReport(world.actors.author, 'level', other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const none = await getReport(neighbour.actors.admin, 'level', { ...asked, from: '2026-03-01' });
    expect(none.total.received).toBe(0);
  });
});

it('a file holds each day of each client, once, and adds up to the report', async () => {
  const asked = { from: '2026-10-24', to: '2026-11-02' };
  const rows = [];
  const wanted = {
    ...reportFileInput.parse({ ...asked, kind: 'minutes', by: 'client_day' }),
    kind: 'minutes' as const,
  };
  for await (const batch of reportBatches(world.actors.admin, wanted)) rows.push(...batch.rows);
  expect(new Set(rows.map(({ day, clientId }) => `${day} ${clientId}`)).size).toBe(rows.length);
  const { total } = await getReport(
    world.actors.admin,
    'minutes',
    reportInput.parse({ ...asked, by: 'client' }),
  );
  const sum = rows.reduce((seconds, { figures }) => seconds + figures.billedSeconds, 0);
  expect(sum).toBe(total.billedSeconds);
  for (const { day, clientId, figures } of rows) {
    const one = { from: day ?? '', to: day ?? '' };
    const rules = (await getReport(world.actors.admin, 'minutes', reportInput.parse({ ...one, by: 'day' })))
      .rules;
    expect(clean(figures)).toEqual(slowOf('minutes', rules, one, clientId));
  }
});

describe('outcomes', () => {
  const spanOf = (from: string, to: string) => ({ from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` });

  it.each([
    ['playbook', '2026-03-05', '2026-04-01'],
    ['operator', '2026-10-22', '2026-11-04'],
    ['playbook', '2026-03-01', '2026-11-05'],
  ] as const)('by %s, from %s to %s: each figure is what a slow count says', async (by, from, to) => {
    const span = spanOf(from, to);
    for (const clientId of [undefined, world.client.id]) {
      const { groups } = await getOutcomes(
        world.actors.admin,
        outcomesInput.parse({ ...span, by, clientId }),
      );
      const heard = calls.filter(
        ({ ring_at, answered_at, client_id }) =>
          answered_at !== null &&
          ring_at >= new Date(span.from) &&
          ring_at < new Date(span.to) &&
          (clientId === undefined || client_id === clientId),
      );
      const keyOf = (call: (typeof calls)[number]) =>
        by === 'playbook' ? call.playbook_id : call.answered_by_id;
      const keys = [...new Set(heard.map(keyOf))];
      const wanted = keys.map(
        (key) =>
          [
            key,
            slowOutcome(
              heard.filter((call) => keyOf(call) === key),
              promises,
              now,
            ),
          ] as const,
      );
      const found = groups.map(({ key, name, ...figures }) => [key, figures] as const);
      expect(new Map(found)).toEqual(new Map(wanted));
    }
  });

  it('the days of a playbook report are those of the client, or of most clients', async () => {
    const days = { from: '2026-10-25', to: '2026-10-25' };
    const ask = (clientId?: string) =>
      getPlaybookReport(world.actors.admin, { ...days, ...(clientId !== undefined && { clientId }) });
    const adelaide = places.find(({ timeZone }) => timeZone === 'Australia/Adelaide');
    const theirs = await ask(adelaide?.clientId ?? '');
    expect(theirs.timeZone).toBe('Australia/Adelaide');
    const countOf = (timeZone: string, clientId?: string | null) =>
      calls.filter(
        (call) =>
          call.answered_at !== null &&
          dateOn(call.ring_at, timeZone) === days.from &&
          (clientId === undefined || call.client_id === clientId),
      ).length;
    const all = (groups: readonly { calls: number }[]) => groups.reduce((sum, group) => sum + group.calls, 0);
    expect(all(theirs.groups)).toBe(countOf('Australia/Adelaide', adelaide?.clientId));
    const everybodys = await ask();
    expect(everybodys.timeZone).toBe('Europe/Berlin');
    expect(all(everybodys.groups)).toBe(countOf('Europe/Berlin'));
  });
});
