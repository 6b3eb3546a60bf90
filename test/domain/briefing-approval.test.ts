import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveBriefing } from '../../src/domain/briefings/approve-briefing';
import { confirmBriefing } from '../../src/domain/briefings/confirm-briefing';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import {
  approveBriefingInput,
  createBriefingInput,
  listBriefingsInput,
  saveBriefingInput,
  type Briefing,
  type BriefingContentInput,
  type LiveBriefing,
} from '../../src/domain/briefings/model';
import { publishBriefing } from '../../src/domain/briefings/publish-briefing';
import { getBriefing, listBriefings } from '../../src/domain/briefings/queries';
import { rejectBriefing } from '../../src/domain/briefings/reject-briefing';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { submitBriefing } from '../../src/domain/briefings/submit-briefing';
import { withdrawBriefing } from '../../src/domain/briefings/withdraw-briefing';
import { updateClient } from '../../src/domain/clients/update-client';
import type { ApprovalRule } from '../../src/domain/clients/model';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { HOUR } from '../../src/kernel/duration';
import { briefingContent, makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const rule = (approvalRule: ApprovalRule) =>
  updateClient(world.actors.admin, { clientId: world.client.id, approvalRule });

async function draft(changes: BriefingContentInput = {}): Promise<Briefing> {
  const input = { ...briefingContent(changes), clientId: world.client.id };
  return createBriefing(world.actors.author, createBriefingInput.parse(input));
}

/** What the desks hold of one briefing. */
async function onTheDesk({ id }: { id: string }): Promise<LiveBriefing | undefined> {
  const { briefings } = await getDeskSnapshot(world.actors.operator);
  return briefings.find(({ briefingId }) => briefingId === id);
}

const approve = (who: 'author' | 'client_admin' | 'account_manager', briefing: { id: string }, more = {}) =>
  approveBriefing(world.actors[who], approveBriefingInput.parse({ briefingId: briefing.id, ...more }));
const publish = (briefing: { id: string }, emergency = false) =>
  publishBriefing(world.actors.author, { briefingId: briefing.id, emergency });
const submit = (briefing: { id: string }) => submitBriefing(world.actors.author, { briefingId: briefing.id });

describe('a client whose account manager approves first', () => {
  beforeAll(() => rule('account_manager'));

  it('draft, submitted, approved, published: nothing is on a desk before the end', async () => {
    const first = await draft();
    await expect(publish(first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await submit(first)).toMatchObject({ review: 'submitted', submittedByName: 'The author' });
    await expect(approve('author', first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await approve('account_manager', first)).toMatchObject({ review: 'approved', state: 'draft' });
    expect(await onTheDesk(first)).toBeUndefined();
    await publish(first);
    const live = await onTheDesk(first);
    expect(live?.content.statements).toHaveLength(2);
    expect(live?.unapproved).toBe(0);
    const approvals = Object.values(live?.approvals ?? {});
    expect(new Set(approvals.map(({ byName }) => byName))).toEqual(new Set(['The account manager']));
    expect(new Set(approvals.map(({ kind }) => kind))).toEqual(new Set(['approved']));
  });

  it('a change after the approval has to be approved anew', async () => {
    const first = await draft();
    await submit(first);
    await approve('account_manager', first);
    const changes = saveBriefingInput.parse({
      ...briefingContent({ opening: 'It was all somebody else.' }),
      briefingId: first.id,
      draftRevision: 1,
    });
    expect(await saveBriefing(world.actors.author, changes)).toMatchObject({ review: 'none' });
    await expect(publish(first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is sent back with words, and the author reads them', async () => {
    const first = await draft();
    await submit(first);
    await rejectBriefing(world.actors.account_manager, { briefingId: first.id, words: 'Name the date.' });
    expect(await getBriefing(world.actors.author, first.id)).toMatchObject({
      review: 'rejected',
      reviewWords: 'Name the date.',
      reviewedByName: 'The account manager',
    });
  });

  it('an approval of another revision than was read is refused', async () => {
    const first = await draft();
    await submit(first);
    await expect(approve('account_manager', first, { draftRevision: 7 })).rejects.toMatchObject({
      code: 'STALE',
    });
  });

  it('an emergency is on the desks at once, marked until it is approved', async () => {
    const first = await draft();
    await publish(first, true);
    const marked = await onTheDesk(first);
    expect(new Set(Object.values(marked?.approvals ?? {}).map(({ kind }) => kind))).toEqual(
      new Set(['emergency']),
    );
    const waiting = await listBriefings(
      world.actors.account_manager,
      listBriefingsInput.parse({ review: 'outstanding' }),
    );
    expect(waiting.items.map(({ id }) => id)).toContain(first.id);

    expect((await approve('account_manager', first)).unapprovedSince).toBeNull();
    const approved = await onTheDesk(first);
    expect(approved).toMatchObject({ version: 1, versionId: marked?.versionId });
    expect(new Set(Object.values(approved?.approvals ?? {}).map(({ kind }) => kind))).toEqual(
      new Set(['approved']),
    );
  });

  it('a sentence that the approver left out is in the version and on no desk', async () => {
    const first = await draft();
    const id = first.draft.statements[1]?.id ?? '';
    await submit(first);
    await approve('account_manager', first, { except: [`statements/${id}/en`], publish: true });
    const live = await onTheDesk(first);
    expect(live?.content.statements.map(({ text }) => text)).toEqual(['The transfer is correct.']);
    expect(live?.unapproved).toBe(1);
    expect((await getBriefing(world.actors.author, first.id)).published?.statements).toHaveLength(2);
  });

  it('each language is approved on its own', async () => {
    const first = await draft({ openingIn: { es: 'Lo sentimos mucho.' } });
    await submit(first);
    await approve('account_manager', first, { except: ['opening//es'], publish: true });
    expect((await onTheDesk(first))?.content.openingIn).toEqual({});
    await approve('account_manager', first);
    expect((await onTheDesk(first))?.content.openingIn).toEqual({ es: 'Lo sentimos mucho.' });
  });

  it('an author whose right was taken away in between publishes nothing', async () => {
    const first = await draft();
    await submit(first);
    await approve('account_manager', first);
    const former = { ...world.actors.author, role: 'responsible_contact' as const };
    await expect(publishBriefing(former, { briefingId: first.id, emergency: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await onTheDesk(first)).toBeUndefined();
  });
});

describe('a client that wants four eyes', () => {
  beforeAll(() => rule('second_person'));

  it('whoever submitted it does not approve it; a second person of the client does', async () => {
    const first = await draft();
    await submit(first);
    await expect(approve('author', first)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'You submitted this yourself: somebody else must approve it.',
    });
    await approve('client_admin', first, { publish: true });
    expect((await onTheDesk(first))?.approvals['opening//en']?.byName).toBe('The client admin');
  });

  it('an emergency is approved by anybody but who published it', async () => {
    const first = await draft();
    await publish(first, true);
    await expect(approve('author', first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await approve('client_admin', first, { version: 1 })).toMatchObject({ unapprovedSince: null });
  });

  it('whoever submitted it earlier may approve what a colleague published in an emergency', async () => {
    const first = await draft();
    await submit(first);
    const { client_admin: colleague } = world.actors;
    await publishBriefing(colleague, { briefingId: first.id, emergency: true });
    await expect(approve('client_admin', first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await approve('author', first)).toMatchObject({ unapprovedSince: null });
  });

  it('what was published is not mistaken for a draft submitted meanwhile', async () => {
    const first = await draft();
    await publish(first, true);
    await saveBriefing(
      world.actors.author,
      saveBriefingInput.parse({
        ...briefingContent({ opening: 'Something else.' }),
        briefingId: first.id,
        draftRevision: 1,
      }),
    );
    await submit(first);
    await approve('client_admin', first, { version: 1 });
    expect(await getBriefing(world.actors.author, first.id)).toMatchObject({ review: 'submitted' });
    await expect(approve('client_admin', first, { version: 2 })).rejects.toMatchObject({ code: 'STALE' });
  });

  it('not even an account manager publishes alone', async () => {
    const first = await draft();
    await expect(
      publishBriefing(world.actors.account_manager, { briefingId: first.id, emergency: false }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('on the desks', () => {
  beforeAll(() => rule('author'));

  it('a whole briefing is withdrawn with its reason, and the same cannot be published again', async () => {
    const first = await draft();
    await publish(first);
    expect(await onTheDesk(first)).toBeDefined();
    const over = await withdrawBriefing(world.actors.author, {
      briefingId: first.id,
      reason: 'It was another company.',
    });
    expect(over).toMatchObject({ state: 'withdrawn', reviewWords: 'It was another company.' });
    expect(await onTheDesk(first)).toBeUndefined();
    await expect(publish(first)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('an operator confirms a version once, and the next version is to be confirmed anew', async () => {
    const first = await draft();
    const { versionId } = await publish(first);
    const { operator } = world.actors;
    await confirmBriefing(operator, { versionId });
    await confirmBriefing(operator, { versionId });
    expect((await getDeskSnapshot(operator)).readings[first.id]).toBe(1);
    const rows = await world.ownerSql`select from briefing_readings where version_id = ${versionId}`;
    expect(rows).toHaveLength(1);
  });

  it('the two briefings of one client that hold at once come in the stated order', async () => {
    const low = await draft({ severity: 'low' });
    const high = await draft({ severity: 'high' });
    await publish(high);
    await world.moveClock(HOUR);
    await publish(low);
    const { briefings } = await getDeskSnapshot(world.actors.operator);
    const shown = briefings.map(({ briefingId }) => briefingId);
    expect(shown).toEqual(expect.arrayContaining([low.id, high.id]));
  });
});
