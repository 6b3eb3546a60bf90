// What becomes of a surge: a draft at one press, covered, dismissed, or forgotten.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishBriefing } from '../../src/domain/briefings/publish-briefing';
import { getBriefing } from '../../src/domain/briefings/queries';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { createSurgeDraft } from '../../src/domain/surges/create-surge-draft';
import { dismissSurge } from '../../src/domain/surges/dismiss-surge';
import { HOUR, MINUTE } from '../../src/kernel/duration';
import { Complainers, wrongPayslips } from '../support/complainers';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
const callers = new Complainers(() => world);

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

describe('a surge ends', () => {
  it('as covered when a briefing comes into force, and those calls never make another', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    const surge = await callers.surgeOf(client);
    const briefing = await publishedBriefing(client);
    expect(await callers.suspects(client)).not.toEqual([]);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
    expect(await callers.stateOf(surge)).toBe('covered');
    await resolveBriefing(client.actors.author, briefing.id);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
    expect(await callers.suspects(client)).toEqual([]);
    await callers.calls(client, ...wrongPayslips);
    expect((await callers.surgeOf(client)).id).not.toBe(surge.id);
  });

  it('as dismissed by whoever may write the briefings: quiet for four hours, and then only for more of it', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    const surge = await callers.surgeOf(client);
    const input = { surgeId: surge.id };
    await expect(dismissSurge(world.actors.operator, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await dismissSurge(client.actors.author, input)).toMatchObject({ state: 'dismissed' });
    expect(await dismissSurge(client.actors.author, input)).toMatchObject({ state: 'dismissed' });
    await expect(createSurgeDraft(client.actors.author, input)).rejects.toMatchObject({ code: 'CONFLICT' });
    await world.moveClock(2 * HOUR);
    await callers.calls(client, ...wrongPayslips);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
    expect(await callers.suspects(client)).toEqual([]);
    await world.moveClock(2 * HOUR + MINUTE);
    await callers.calls(client, ...wrongPayslips);
    expect(await callers.suspects(client)).toHaveLength(1);
    await callers.look(client);
    expect(await callers.surgesOf(client)).toEqual([]);
    await callers.calls(client, ...wrongPayslips);
    expect(await callers.surgeOf(client)).toMatchObject({ calls: 10 });
  });

  it('by itself when nobody looked at it for half a day', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    const surge = await callers.surgeOf(client);
    await world.moveClock(11 * HOUR);
    await callers.look(client);
    expect(await callers.stateOf(surge)).toBe('open');
    await world.moveClock(HOUR);
    expect(await callers.suspects(client)).toHaveLength(1);
    await callers.look(client);
    expect(await callers.stateOf(surge)).toBe('dismissed');
    expect(await callers.suspects(client)).toEqual([]);
  });
});

describe('one press', () => {
  it('makes a draft of the callers’ words, which is not published by itself', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    const surge = await callers.surgeOf(client);
    const briefing = await createSurgeDraft(client.actors.author, { surgeId: surge.id });
    expect(briefing).toMatchObject({
      state: 'draft',
      currentVersion: 0,
      headline: 'Many callers report: payslip shows wrong gross amount',
      severity: 'high',
    });
    expect(briefing.draft.facts).toHaveLength(5);
    expect(briefing.draft.facts[0]).toMatchObject({
      text: surge.words[0]?.text,
      source: expect.stringMatching(/^Caller, \d\d:\d\d$/) as string,
      knownAt: surge.words[0]?.at,
    });
    expect(briefing.draft.unknowns).toMatchObject([{ text: 'What happened, and who is affected' }]);
    expect(await callers.surgesOf(client)).toEqual([]);
    expect(await callers.stateOf(surge)).toBe('drafted');
    // It is whole: an author who has nothing to add may publish it as it is.
    const live = await publishBriefing(client.actors.author, { briefingId: briefing.id, emergency: false });
    expect(live.version).toBe(1);
  });

  it('twice, or by two people, gives the same draft', async () => {
    const client = await callers.newClient();
    await callers.calls(client, ...wrongPayslips);
    const surge = await callers.surgeOf(client);
    const presses = [client.actors.author, world.actors.account_manager, client.actors.client_admin];
    const drafts = await Promise.all(presses.map((actor) => createSurgeDraft(actor, { surgeId: surge.id })));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    expect(await getBriefing(client.actors.author, drafts[0]?.id ?? '')).toMatchObject({ draftRevision: 1 });
    const attempt = dismissSurge(client.actors.author, { surgeId: surge.id });
    await expect(attempt).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is not for operators, nor for another client, nor for another answering service', async () => {
    const [client, other] = [await callers.newClient(), await callers.newClient()];
    const neighbour = await world.addTenant('Lighthouse Calls');
    await callers.calls(client, ...wrongPayslips);
    const { id: surgeId } = await callers.surgeOf(client);
    for (const [actor, code] of [
      [world.actors.operator, 'FORBIDDEN'],
      [client.actors.responsible_contact, 'FORBIDDEN'],
      [other.actors.author, 'NOT_FOUND'],
      [neighbour.actors.admin, 'NOT_FOUND'],
    ] as const) {
      await expect(createSurgeDraft(actor, { surgeId })).rejects.toMatchObject({ code });
    }
  });
});
