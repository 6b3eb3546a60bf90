// Home of a client's people, and the walls around every home.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { releaseMessages } from '../../src/domain/messages/release-messages';
import { askQuestion } from '../../src/domain/questions/ask-question';
import { dismissQuestion } from '../../src/domain/questions/dismiss-question';
import { getHome } from '../../src/domain/reports/home-queries';
import { roles } from '../../src/kernel/actor';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { HomeStage } from '../support/home-stage';
import { closedCall } from '../support/told-client';
import { publishedBriefing, type Tenant, type World } from '../support/world';

let stage: HomeStage;
let world: World;
let other: Tenant;
let neighbour: Tenant;

beforeAll(async () => {
  stage = await HomeStage.open();
  ({ world, other, neighbour } = stage);
});

afterAll(() => world.stop());

beforeEach(() => stage.begin());

describe("a client's people", () => {
  it('whoever may answer sees what waits for an answer, whoever may settle it also that it is not settled', async () => {
    const { responsible_contact } = world.actors;
    const { id } = await stage.escalate();
    for (const role of ['author', 'responsible_contact', 'client_admin'] as const) {
      expect(await stage.homeOf(role), role).toEqual(['soon escalation_open']);
    }
    await acknowledgeEscalation(responsible_contact, { escalationId: id, via: 'app' });
    expect(await stage.homeOf('author')).toEqual([]);
    const [line] = await stage.linesOf(responsible_contact);
    expect(['report_due', 'escalation_unsettled']).toContain(line?.kind);
    await world.ownerSql`delete from report_requests where escalation_id = ${id}`;
    expect(await stage.homeOf('client_admin')).toEqual(['open escalation_unsettled']);
    await world.ownerSql`
      insert into report_requests (organization_id, id, client_id, escalation_id, run_from_cycle, person_name, state, asked_at, due_at)
      values (${world.organizationId}, ${newId()}, ${world.client.id}, ${id}, 1, 'Tom Becker', 'open', app_now(), app_now() + interval '1 hour')`;
    expect(await stage.homeOf('responsible_contact')).toEqual(['open report_due']);
    await world.moveClock(61 * MINUTE);
    const [late] = await stage.linesOf(responsible_contact);
    expect(late).toMatchObject({
      tier: 'late',
      kind: 'report_due',
      href: `/portal/escalations/${id}`,
      isDeadline: true,
    });
    expect(await stage.homeOf('author')).toEqual([]);
    await resolveEscalation(responsible_contact, id);
    expect(await stage.homeOf('responsible_contact')).toEqual([]);
  });

  it('writers see questions, announced updates, and what was sent back; a responsible contact does not', async () => {
    const { author, operator } = world.actors;
    const nextUpdateDueAt = after(await world.readClock(), 20 * MINUTE).toISOString();
    const briefing = await publishedBriefing(world, { nextUpdateDueAt });
    const { id: callId } = await stage.call();
    const question = await askQuestion(operator, { callId, text: 'When is the rest paid?' });
    expect(await stage.homeOf('author')).toEqual(['soon briefing_update', 'open questions']);
    expect(await stage.homeOf('responsible_contact')).toEqual([]);
    const [line] = await stage.linesOf(author);
    expect(line).toMatchObject({ href: `/portal/briefings/${briefing.id}`, at: new Date(nextUpdateDueAt) });
    await dismissQuestion(author, { groupId: question.id });
    await world.ownerSql`update briefings set review = 'rejected', reviewed_by_name = 'Kim' where id = ${briefing.id}`;
    await world.moveClock(21 * MINUTE);
    expect(await stage.homeOf('client_admin')).toEqual(['late briefing_update', 'open briefing_sent_back']);
  });

  it('messages that are held, and what reviews found to mend', async () => {
    await closedCall(world);
    await world.ownerSql`
      insert into review_actions (organization_id, id, client_id, kind, words, created_at, created_by_name)
      values (${world.organizationId}, ${newId()}, ${world.client.id}, 'contact_data', 'The deputy has left.', app_now(), 'Kim')`;
    expect(await stage.homeOf('author')).toEqual(['open messages_held', 'later actions']);
    expect(await stage.homeOf('responsible_contact')).toEqual(['open messages_held']);
    await releaseMessages(world.actors.author, { clientId: world.client.id });
    await world.ownerSql`update review_actions set done_at = app_now()`;
    expect(await stage.homeOf('author')).toEqual([]);
  });
});

describe('walls', () => {
  it('nobody sees what needs another client or another answering service', async () => {
    await stage.escalate(neighbour, 'emergency');
    await stage.promised(5, { tenant: neighbour });
    await stage.escalate(other, 'emergency');
    await stage.promised(5, { tenant: other, owner: 'client' });
    await publishedBriefing(other, {
      nextUpdateDueAt: after(await world.readClock(), 10 * MINUTE).toISOString(),
    });
    await closedCall(other);
    await world.moveClock(DAY / 2 + HOUR);
    for (const role of ['author', 'responsible_contact', 'client_admin'] as const) {
      expect(await stage.homeOf(role), role).toEqual([]);
    }
    for (const role of roles) {
      const names = (await stage.linesOf(world.actors[role])).map(({ clientName }) => clientName);
      expect(
        names.filter((name) => name === 'Brightwater Payroll'),
        role,
      ).toEqual([]);
    }
    expect((await stage.homeOf('admin', neighbour)).toSorted()).toEqual([
      'late escalation_late',
      'late promise',
    ]);
  });

  it('is for people, not for programs', async () => {
    await expect(getHome({ ...world.actors.admin, kind: 'api_key' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('says that there is more than is shown', async () => {
    const { organizationId } = world;
    const { id } = await stage.promised(5);
    await world.ownerSql`
      insert into promises (organization_id, id, client_id, call_id, kind, reason, cause_id, what, before, caller_name, due_at, state, owner, created_at)
      select p.organization_id, n.id, p.client_id, p.call_id, p.kind, p.reason, n.id, p.what, p.before, p.caller_name, p.due_at, p.state, p.owner, p.created_at
      from promises p, (select gen_random_uuid() as id from generate_series(1, 30)) n
      where p.organization_id = ${organizationId} and p.id = ${id}`;
    const home = await getHome(world.actors.admin);
    expect(home.isCut).toBe(true);
    expect(home.lines).toHaveLength(20);
  });
});
