import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import {
  createBriefingInput,
  replaceBriefingInput,
  saveBriefingInput,
  type Briefing,
  type BriefingContentInput,
} from '../../src/domain/briefings/model';
import { publishBriefing } from '../../src/domain/briefings/publish-briefing';
import { getBriefing } from '../../src/domain/briefings/queries';
import { replaceBriefing } from '../../src/domain/briefings/replace-briefing';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { HOUR, MINUTE } from '../../src/kernel/duration';
import { briefingContent, makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

function draft(changes: BriefingContentInput = {}): Promise<Briefing> {
  const input = { ...briefingContent(changes), clientId: world.client.id };
  return createBriefing(world.actors.author, createBriefingInput.parse(input));
}

async function published(changes: BriefingContentInput = {}): Promise<Briefing> {
  const { id } = await draft(changes);
  await publishBriefing(world.actors.author, { briefingId: id, emergency: false });
  return getBriefing(world.actors.author, id);
}

function save(briefing: Briefing, changes: BriefingContentInput): Promise<Briefing> {
  const { id: briefingId, draftRevision } = briefing;
  const input = { ...briefingContent(changes), briefingId, draftRevision };
  return saveBriefing(world.actors.author, saveBriefingInput.parse(input));
}

/** What an operator would have before them if the phone rang now. */
async function onTheScreen(): Promise<string | null> {
  const { operator } = world.actors;
  const { briefing } = await ringCall(operator, {
    from: 'anonymous',
    to: world.did.number,
    routeReason: 'overflow',
  });
  return briefing === null ? null : `${briefing.content.headline} v${briefing.version}`;
}

async function counts(outcomes: readonly PromiseSettledResult<unknown>[]) {
  return {
    done: outcomes.filter(({ status }) => status === 'fulfilled').length,
    refused: outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
    ),
  };
}

describe('from a draft to the end of the incident', () => {
  it('operators see nothing of a draft, then each version, then nothing', async () => {
    const first = await draft({ headline: 'Letters are late' });
    expect(first).toMatchObject({ state: 'draft', currentVersion: 0, hasUnpublishedChanges: true });
    expect(await onTheScreen()).toBeNull();

    await publishBriefing(world.actors.author, { briefingId: first.id, emergency: false });
    expect(await onTheScreen()).toBe('Letters are late v1');

    const second = await save(await getBriefing(world.actors.author, first.id), {
      headline: 'Letters are lost',
    });
    expect(second).toMatchObject({ currentVersion: 1, hasUnpublishedChanges: true });
    expect(await onTheScreen()).toBe('Letters are late v1');

    await publishBriefing(world.actors.client_admin, {
      briefingId: first.id,
      draftRevision: 2,
      emergency: false,
    });
    expect(await onTheScreen()).toBe('Letters are lost v2');

    const over = await resolveBriefing(world.actors.account_manager, first.id);
    expect(over).toMatchObject({ state: 'resolved', updatedByName: 'The account manager' });
    expect(over.resolvedAt).toBeInstanceOf(Date);
    expect(await onTheScreen()).toBeNull();
    const desk = await getDeskSnapshot(world.actors.operator);
    expect(desk.briefings.map(({ briefingId }) => briefingId)).not.toContain(first.id);
  });

  it('is not published while something is missing, and says what', async () => {
    const { id } = await draft({ opening: '', facts: [''] });
    await expect(
      publishBriefing(world.actors.author, { briefingId: id, emergency: false }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'opening' }, { field: 'facts.0.text' }],
    });
    expect(await listBriefingVersions(world.actors.author, id)).toEqual([]);
  });

  it('a resolved one is neither saved, published, replaced nor resolved again', async () => {
    const { id } = await published();
    const over = await resolveBriefing(world.actors.author, id);
    const replacement = replaceBriefingInput.parse({ ...briefingContent(), briefingId: id, version: 1 });
    for (const attempt of [
      () => save(over, { headline: 'x' }),
      () => publishBriefing(world.actors.author, { briefingId: id, emergency: false }),
      () => replaceBriefing(world.actors.author, replacement),
      () => resolveBriefing(world.actors.author, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    expect(await getBriefing(world.actors.author, id)).toEqual(over);
  });

  it('a draft cannot be resolved, nor an unchanged one published twice', async () => {
    const { id } = await draft();
    await expect(resolveBriefing(world.actors.author, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await publishBriefing(world.actors.author, { briefingId: id, emergency: false });
    await expect(
      publishBriefing(world.actors.author, { briefingId: id, emergency: false }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Nothing changed since version 1.',
    });
    await resolveBriefing(world.actors.author, id);
  });
});

describe('a published version', () => {
  it('stays word for word what it was, whatever is saved and published later', async () => {
    const briefing = await published({ headline: 'First words', statements: ['The transfer is correct.'] });
    const [before] = await listBriefingVersions(world.actors.author, briefing.id);
    await save(briefing, { headline: 'Other words', statements: ['The transfer is late.'] });
    await publishBriefing(world.actors.author, { briefingId: briefing.id, emergency: false });
    const versions = await listBriefingVersions(world.actors.author, briefing.id);
    expect(versions.map(({ version, content }) => [version, content.headline])).toEqual([
      [2, 'Other words'],
      [1, 'First words'],
    ]);
    expect(versions[1]).toEqual(before);
    await resolveBriefing(world.actors.author, briefing.id);
  });

  it('keeps the ids of its sentences through later versions', async () => {
    const briefing = await published();
    const [kept] = briefing.draft.statements;
    const input = { ...briefing.draft, statements: [kept, { text: 'One more.' }] };
    const next = await replaceBriefing(
      world.actors.author,
      replaceBriefingInput.parse({ ...input, briefingId: briefing.id, version: 1 }),
    );
    expect(next).toMatchObject({ currentVersion: 2, hasUnpublishedChanges: false });
    expect(next.draft.statements[0]).toEqual(kept);
    expect(next.draft.statements[1]?.id).not.toBe(kept?.id);
    await resolveBriefing(world.actors.author, briefing.id);
  });
});

describe('two people at once', () => {
  it('of two saves of one revision one is kept whole, the other is told', async () => {
    const briefing = await draft();
    const outcomes = await Promise.allSettled([
      save(briefing, { headline: 'Hers' }),
      save(briefing, { headline: 'His' }),
    ]);
    expect(await counts(outcomes)).toEqual({ done: 1, refused: ['STALE'] });
    const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const after = await getBriefing(world.actors.author, briefing.id);
    expect(after).toMatchObject({ draftRevision: 2, headline: kept[0]?.headline });
  });

  it('of two publications of one draft there is one version', async () => {
    const { id: briefingId } = await draft();
    const { author, client_admin: other } = world.actors;
    const outcomes = await Promise.allSettled(
      [author, other].map((actor) => publishBriefing(actor, { briefingId, emergency: false })),
    );
    expect(await counts(outcomes)).toEqual({ done: 1, refused: ['CONFLICT'] });
    expect(await listBriefingVersions(author, briefingId)).toHaveLength(1);
    await resolveBriefing(author, briefingId);
  });

  it('nobody publishes words that they have not seen', async () => {
    const briefing = await draft();
    await save(briefing, { headline: 'Changed meanwhile' });
    const attempt = publishBriefing(world.actors.account_manager, {
      briefingId: briefing.id,
      draftRevision: 1,
      emergency: false,
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'STALE',
      message: /^The author changed this briefing/,
    });
    expect(await listBriefingVersions(world.actors.author, briefing.id)).toEqual([]);
  });

  it('of two replacements of one version one is published', async () => {
    const { id: briefingId } = await published();
    const outcomes = await Promise.allSettled(
      ['Hers', 'His'].map((headline) =>
        replaceBriefing(
          world.actors.author,
          replaceBriefingInput.parse({ ...briefingContent({ headline }), briefingId, version: 1 }),
        ),
      ),
    );
    expect(await counts(outcomes)).toEqual({ done: 1, refused: ['STALE'] });
    expect(await listBriefingVersions(world.actors.author, briefingId)).toHaveLength(2);
    await resolveBriefing(world.actors.author, briefingId);
  });
});

describe('the window', () => {
  it('opens and closes by the clock; a later start leaves the earlier version on the screens', async () => {
    const { now } = await getDeskSnapshot(world.actors.operator);
    const at = (offset: number) => new Date(now.getTime() + offset).toISOString();
    const briefing = await published({ headline: 'Now', startsAt: at(10 * MINUTE), endsAt: at(2 * HOUR) });
    expect(await onTheScreen()).toBeNull();
    const soon = await getDeskSnapshot(world.actors.operator);
    expect(soon.briefings.map(({ content }) => content.headline)).toEqual(['Now']);

    await world.moveClock(11 * MINUTE);
    expect(await onTheScreen()).toBe('Now v1');

    await save(briefing, { headline: 'Later', startsAt: at(HOUR), endsAt: at(90 * MINUTE) });
    await publishBriefing(world.actors.author, { briefingId: briefing.id, emergency: false });
    expect(await onTheScreen()).toBe('Now v1');

    await world.moveClock(50 * MINUTE);
    expect(await onTheScreen()).toBe('Later v2');

    // The first version's window is still open, but its words were corrected.
    await world.moveClock(30 * MINUTE);
    expect(await onTheScreen()).toBeNull();
    expect((await getDeskSnapshot(world.actors.operator)).briefings).toEqual([]);
    await resolveBriefing(world.actors.author, briefing.id);
  });

  it('of several incidents shows the most severe, and of equals the newest', async () => {
    const ids: string[] = [];
    for (const [headline, severity] of [
      ['Lifts stand still', 'low'],
      ['Nobody is paid', 'critical'],
      ['Letters are late', 'high'],
      ['Nobody is paid twice', 'critical'],
    ] as const) {
      ids.push((await published({ headline, severity })).id);
      await world.moveClock(1_000);
    }
    expect(await onTheScreen()).toBe('Nobody is paid twice v1');
    await resolveBriefing(world.actors.author, ids[3] ?? '');
    expect(await onTheScreen()).toBe('Nobody is paid v1');
    await resolveBriefing(world.actors.author, ids[1] ?? '');
    expect(await onTheScreen()).toBe('Letters are late v1');
  });
});
