// Home of the staff: what needs each role now, in order, and nothing else; it goes as soon as it is done.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmBriefing } from '../../src/domain/briefings/confirm-briefing';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { saveBriefingInput } from '../../src/domain/briefings/model';
import { submitBriefing } from '../../src/domain/briefings/submit-briefing';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { recordCallEvent } from '../../src/domain/calls/record-call-event';
import { setAssignments } from '../../src/domain/clients/set-assignments';
import { updateClient } from '../../src/domain/clients/update-client';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import type { HomeLine } from '../../src/domain/reports/home-line';
import { getHome } from '../../src/domain/reports/home-queries';
import { homeWords } from '../../src/domain/reports/home-words';
import { roles } from '../../src/kernel/actor';
import { MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { HomeStage } from '../support/home-stage';
import { closedCall } from '../support/told-client';
import { briefingContent, publishedBriefing, type Tenant, type World } from '../support/world';

let stage: HomeStage;
let world: World;
let other: Tenant;

beforeAll(async () => {
  stage = await HomeStage.open();
  ({ world, other } = stage);
});

afterAll(() => world.stop());

beforeEach(() => stage.begin());

it('a day on which nothing needs anybody: nothing, for every role', async () => {
  for (const role of roles)
    expect(await getHome(world.actors[role]), role).toMatchObject({ lines: [], isCut: false });
});

describe('an operator between two calls', () => {
  it('first what is late, then what is soon; done, it is gone', async () => {
    const { operator } = world.actors;
    const soon = await stage.promised(20);
    const late = await stage.promised(5, { kind: 'callback' });
    await stage.promised(6 * 60);
    await stage.promised(13 * 60);
    await world.moveClock(6 * MINUTE);
    const lines = await stage.linesOf(operator);
    expect(HomeStage.short(lines)).toEqual(['late promise', 'soon promise', 'open promise']);
    expect(lines[0]).toMatchObject({ href: `/desk?callback=${late.id}`, isDeadline: true, at: late.dueAt });
    expect(lines[1]).toMatchObject({
      href: `/desk?call=${soon.callId}`,
      clientName: 'Brightwater Payroll',
      timeZone: 'Europe/Berlin',
    });
    expect(homeWords(lines[1] as HomeLine)).toEqual({
      title: 'Promised to a caller: when the rest is paid',
      deed: 'Keep it',
    });
    await keepPromise(operator, { promiseId: late.id, evidence: 'Told.', evidenceKind: 'note' });
    expect(await stage.homeOf('operator')).toEqual(['soon promise', 'open promise']);
  });

  it('a call that is not wrapped up, a callback in hand, an escalation that nobody answered', async () => {
    const { operator } = world.actors;
    const { id: callId } = await stage.call();
    const callback = await stage.promised(60, { kind: 'callback' });
    await claimCallback(operator, { callbackId: callback.id });
    const { id } = await stage.escalate();
    await world.ownerSql`update escalations set state = 'unanswered', call_id = ${callId} where id = ${id}`;
    await recordCallEvent(operator, { callId, type: 'ended' });
    const lines = await stage.linesOf(operator);
    expect(HomeStage.short(lines).toSorted()).toEqual(
      ['late escalation_unanswered', 'soon call_open', 'soon callback_claimed'].toSorted(),
    );
    expect(lines[0]).toMatchObject({ kind: 'escalation_unanswered', href: `/desk?call=${callId}` });
  });

  it('briefings that changed since they were read, until they are confirmed or over', async () => {
    const { operator, author } = world.actors;
    const briefing = await publishedBriefing(world);
    expect(await stage.homeOf('operator')).toEqual(['soon briefing_to_read']);
    const [version] = await listBriefingVersions(author, briefing.id);
    await confirmBriefing(operator, { versionId: version?.id ?? '' });
    expect(await stage.homeOf('operator')).toEqual([]);
    const another = await publishedBriefing(world);
    await resolveBriefing(author, another.id);
    expect(await stage.homeOf('operator')).toEqual([]);
  });

  it('nothing of clients that this operator takes no calls for, but what is their own', async () => {
    const { admin, operator } = world.actors;
    await stage.promised(20);
    await stage.promised(20, { tenant: other });
    await publishedBriefing(other);
    await setAssignments(admin, { memberId: operator.id, clientIds: [world.client.id] });
    expect(await stage.homeOf('operator')).toEqual(['soon promise']);
    await stage.promised(20, { tenant: other, owner: 'operator' });
    expect(await stage.homeOf('operator')).toEqual(['soon promise', 'soon promise']);
    await setAssignments(admin, { memberId: operator.id, clientIds: [] });
  });

  it('what a colleague or the client said they would do is theirs', async () => {
    const promise = await stage.promised(20, { owner: 'client' });
    const mine = await stage.promised(20, { kind: 'callback' });
    await world.ownerSql`update promises set assigned_to_id = ${newId()}, assigned_to_name = 'Nora' where id = ${mine.id}`;
    expect(await stage.homeOf('operator')).toEqual([]);
    expect((await stage.linesOf(world.actors.author)).map(({ href }) => href)).toEqual([
      `/portal/promises/${promise.id}`,
    ]);
  });

  it('coaching notes and scores that were not read yet', async () => {
    const { operator, account_manager } = world.actors;
    const { id: callId } = await closedCall(world);
    const { id } = await stage.escalate();
    await resolveEscalation(account_manager, id);
    const { organizationId } = world;
    await world.ownerSql`
      insert into escalation_reviews (organization_id, id, client_id, escalation_id, verdict, coaching_note, operator_id, reviewed_by_id, reviewed_by_name, at)
      values (${organizationId}, ${newId()}, ${world.client.id}, ${id}, 'too_slow', 'Ring sooner.', ${operator.id}, ${account_manager.id}, 'Kim', app_now())`;
    await world.ownerSql`
      insert into call_scores (organization_id, id, client_id, call_id, operator_id, operator_name, lines, percent, words, scored_by_id, scored_by_name, scored_at)
      values (${organizationId}, ${newId()}, ${world.client.id}, ${callId}, ${operator.id}, 'Op', '[]', 90, '', ${account_manager.id}, 'Kim', app_now())`;
    expect((await stage.homeOf('operator')).toSorted()).toEqual(['later coaching_notes', 'later scores']);
    await world.ownerSql`update escalation_reviews set seen_at = app_now()`;
    await world.ownerSql`update call_scores set seen_at = app_now()`;
    expect(await stage.homeOf('operator')).toEqual([]);
  });
});

describe('an account manager', () => {
  it('what nobody answers, what is late, and only then what can wait', async () => {
    const { account_manager, responsible_contact } = world.actors;
    const emergency = await stage.escalate(world, 'emergency');
    const acknowledged = await stage.escalate();
    await stage.escalate(other, 'routine');
    await acknowledgeEscalation(responsible_contact, { escalationId: acknowledged.id, via: 'app' });
    expect(await stage.homeOf('account_manager')).toEqual([]);
    await world.moveClock(10 * MINUTE);
    const lines = await stage.linesOf(account_manager);
    expect(HomeStage.short(lines)).toEqual(['late escalation_late']);
    expect(lines[0]).toMatchObject({
      urgency: 'emergency',
      href: `/manage/escalations/${emergency.id}`,
      words: 'Salaries were paid twice.',
      isDeadline: false,
    });
    await world.ownerSql`update escalations set review_state = 'wanted', review_wanted_at = app_now() where id = ${acknowledged.id}`;
    await world.ownerSql`update escalations set state = 'unanswered', review_state = 'wanted', review_wanted_at = app_now() where id = ${emergency.id}`;
    expect(await stage.homeOf('account_manager')).toEqual([
      'late escalation_unanswered',
      'later escalations_to_review',
    ]);
    expect(await stage.homeOf('admin')).toEqual(await stage.homeOf('account_manager'));
  });

  it('promises of everybody, from half an hour before they break', async () => {
    await stage.promised(20, { owner: 'client' });
    await stage.promised(40);
    await stage.promised(20, { tenant: other, owner: 'operator' });
    expect(await stage.homeOf('account_manager')).toEqual(['soon promise', 'soon promise']);
    await world.moveClock(21 * MINUTE);
    expect(await stage.homeOf('account_manager')).toEqual(['late promise', 'late promise', 'soon promise']);
  });

  it('briefings to approve, but not their own where two must look', async () => {
    const { account_manager, author, admin } = world.actors;
    await updateClient(admin, { clientId: world.client.id, approvalRule: 'second_person' });
    const briefing = await publishedBriefing(other);
    const draft = await saveBriefing(
      account_manager,
      saveBriefingInput.parse({
        ...briefingContent({ closing: 'Thank you.' }),
        briefingId: briefing.id,
        draftRevision: briefing.draftRevision,
      }),
    );
    await submitBriefing(account_manager, { briefingId: draft.id, draftRevision: draft.draftRevision });
    expect(await stage.homeOf('account_manager')).toEqual(['open briefing_approval']);
    await world.ownerSql`update clients set approval_rule = 'second_person' where client_id = ${other.client.id}`;
    expect(await stage.homeOf('account_manager')).toEqual([]);
    expect(await stage.homeOf('admin')).toEqual(['open briefing_approval']);
    expect(await stage.homeOf('author', other)).toContain('open briefing_approval');
    await world.ownerSql`update clients set approval_rule = 'author'`;
    expect(author.clientId).toBe(world.client.id);
  });

  it('messages for a second pair of eyes, what was set aside, surges, callers without words: counted, since the first', async () => {
    const { account_manager, organizationId } = { ...world.actors, ...world };
    await updateClient(world.actors.admin, { clientId: world.client.id, hasMessageReview: true });
    const { id: callId } = await closedCall(world);
    await world.moveClock(MINUTE);
    await closedCall(world);
    await updateClient(world.actors.admin, { clientId: world.client.id, hasMessageReview: false });
    await world.ownerSql`
      insert into caller_updates (organization_id, id, client_id, call_id, channel, address, consent, consented_at, recorded_by_id, recorded_by_name, state)
      values (${organizationId}, ${newId()}, ${world.client.id}, ${callId}, 'sms', '+4915112345678', 'Yes', app_now(), 'x', 'Op', 'needs_words')`;
    const lines = await stage.linesOf(account_manager);
    expect(HomeStage.short(lines)).toEqual(['open messages_to_review', 'open words_missing']);
    expect(lines[0]).toMatchObject({ count: 2, href: '/manage/messages' });
    expect(homeWords(lines[0] as HomeLine).title).toBe('2 messages wait for a second pair of eyes');
    expect(await stage.homeOf('author')).toEqual(['open words_missing']);
    await world.ownerSql`update caller_updates set state = 'told'`;
  });
});
