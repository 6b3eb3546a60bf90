import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getIncidentBoard } from '@/domain/reports/incident-queries';
import type { PackCard } from '@/domain/reports/model';
import { getPack, getPackFile, getPackSummary } from '@/domain/reports/pack-queries';
import { requestPack } from '@/domain/reports/request-pack';
import { MINUTE } from '@/kernel/duration';
import { setLogLevel } from '@/kernel/log';
import { openPackMaker } from '../../workers/pack';
import { incidentDay, type IncidentDay } from '../support/incident-day';
import { pdfPages } from '../support/pdf-text';
import { takeCall } from '../support/recall-day';
import { test } from '../support/stage';
import { waitFor } from '../support/wait-for';
import { makeWorld, publishedBriefing, type World } from '../support/world';

test('whoever asks for the hand-back sees how far it is, and then has it', async ({ stage }) => {
  const { world } = stage;
  const { author } = world.actors;
  const { id: briefingId } = await publishedBriefing(world);
  await takeCall(world, '+4915112345001');
  await stage.startWorker();
  const asked = await requestPack(author, { briefingId });
  const made = await waitFor(
    'the pack to be made',
    async () => {
      const pack = await getPack(author, asked.id);
      return pack.state === 'ready' && pack;
    },
    50_000,
  );
  expect(made).toMatchObject({ progress: 100, calls: 1, tries: 1, failure: null });
  const told = await world.ownerSql<{ state: string }[]>`
    select distinct payload->'json'->'pack'->>'state' as state from live_events where type = 'pack.changed'`;
  expect(told.map(({ state }) => state).toSorted()).toEqual(['queued', 'ready', 'running']);
});

describe('the print', () => {
  const long = `x${'y'.repeat(120)}@${'z'.repeat(60)}.example`;
  const maker = openPackMaker();
  let world: World;
  let day: IncidentDay;

  beforeAll(async () => {
    setLogLevel('silent');
    world = await makeWorld();
    day = await incidentDay(world);
    await world.ownerSql`update calls set issue = ${`Write to ${long}.`} where id = ${day.calls.anonymous}`;
    await world.ownerSql`update calls set caller_name = ${'مريم Şükrü'} where id = ${day.calls.gaveUp}`;
  });

  afterAll(() => world.stop());

  /** As a worker whose turn it is. */
  async function make(packId: string, by = maker): Promise<PackCard> {
    await by.make({ id: packId, organizationId: world.organizationId });
    return getPack(world.actors.author, packId);
  }

  it('names every caller with what they said, were told and were promised, and cuts nothing off', async () => {
    const { author } = world.actors;
    const { id } = await requestPack(author, { briefingId: day.briefingId });
    const made = await make(id);
    const pages = pdfPages((await getPackFile(author, id)).pdf);
    expect(pages).toHaveLength(made.pages ?? 0);
    // Runs of letters, wherever a line or a weight ends.
    const inOne = (text: string) => text.replaceAll(/\s+/g, '');
    for (const [n, page] of pages.entries()) expect(inOne(page)).toContain(`Page${n + 1}of${pages.length}`);
    const text = inOne(pages.join(''));
    for (let number = 1; number <= 8; number += 1) expect(text).toContain(`No.${number}·`);
    for (const words of [
      'Brightwater Payroll, answered by Harbor Answering',
      'Maria Weber, +49 1511 2345001',
      'About: Her payslip shows half of her salary.',
      'Rent is due tomorrow.',
      'when the rest is paid (by',
      'Told her: on Friday.)',
      '=SUM(A1:A9), number withheld',
      'Jonas Weber, Jonas@Weber.example',
      '[Arabic, not shown] Şükrü',
      'What is still open, and whose it is',
      '“The transfer is correct.” Withdrawn since.',
      'Called back and reached: 0; to be called by',
    ]) {
      expect(text).toContain(inOne(words));
    }
    // No sign of it lost, and no hyphen added where it breaks.
    expect(text).toContain(long);
    const { figures } = await getPackSummary(author, id);
    expect(figures).toEqual((await getIncidentBoard(author, day.briefingId)).figures);
  });

  it('that cannot be made is tried three times again, and then it says so', async () => {
    await world.moveClock(2 * MINUTE);
    const { id } = await requestPack(world.actors.author, { briefingId: day.briefingId });
    const broken = openPackMaker();
    broken.close();
    const failure = 'The pack could not be made. Ask for a new one; the CSV is to be had all the same.';
    for (const tries of [1, 2, 3]) {
      expect(await make(id, broken)).toMatchObject({ state: 'queued', tries, failure });
      await world.moveClock(2 * MINUTE);
    }
    expect(await make(id, broken)).toMatchObject({ state: 'failed', tries: 4, failure, progress: 0 });
  });

  it('that was broken off is not lost: another worker makes it', async () => {
    await world.moveClock(2 * MINUTE);
    const { id } = await requestPack(world.actors.author, { briefingId: day.briefingId });
    const ending = openPackMaker();
    const turn = make(id, ending);
    ending.close();
    expect(await turn).toMatchObject({ state: 'queued', tries: 1 });
    await world.moveClock(2 * MINUTE);
    expect(await make(id)).toMatchObject({ state: 'ready', tries: 2, calls: 8 });
  });
});
