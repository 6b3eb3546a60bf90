import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { closeCall } from '../../src/domain/messages/close-call';
import { getCall } from '../../src/domain/calls/queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { getEscalation } from '../../src/domain/escalations/queries';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

it('takes one overflow call from the briefing to the acknowledgement', async () => {
  const { actors, did } = world;
  const published = await publishedBriefing(world);

  const { call, briefing } = await ringCall(actors.operator, {
    from: '+49 151 12345678',
    to: did.number,
    routeReason: 'overflow',
  });
  expect(call).toMatchObject({
    state: 'ringing',
    clientName: 'Brightwater Payroll',
    answerPhrase: 'Brightwater Payroll, employee line.',
    ani: '+4915112345678',
  });
  expect(briefing?.content.headline).toBe(published.headline);

  const desk = await getDeskSnapshot(actors.operator);
  expect(desk.waiting.map(({ id }) => id)).toContain(call.id);
  expect(desk.briefings.map(({ versionId }) => versionId)).toContain(call.briefingVersionId);

  expect((await answerCall(actors.operator, call.id)).state).toBe('live');
  const statementId = briefing?.content.statements[0]?.id ?? '';
  await tellStatements(actors.operator, { callId: call.id, statementIds: [statementId] });

  const escalation = await startEscalation(actors.operator, {
    callId: call.id,
    urgency: 'urgent',
    summary: 'Caller says the money is missing.',
  });
  expect(escalation).toMatchObject({ state: 'open', cycle: 1, step: 1 });
  const running = await getEscalation(actors.account_manager, escalation.id);
  expect(running.deliveries).toMatchObject([{ recipientName: 'Tom Becker', state: 'pending' }]);

  const done = await acknowledgeEscalation(actors.responsible_contact, {
    escalationId: escalation.id,
    via: 'app',
  });
  expect(done).toMatchObject({
    kind: 'acknowledged',
    escalation: { state: 'acknowledged', acknowledgedByName: 'The responsible contact' },
  });
  const after = await getEscalation(actors.account_manager, escalation.id);
  expect(after.deliveries).toMatchObject([{ state: 'skipped' }]);
  expect(after.timeline.map(({ type }) => type)).toEqual(['started', 'step_begun', 'acknowledged']);

  await closeCall(actors.operator, { callId: call.id, disposition: 'escalated' });
  const page = await getCall(actors.author, call.id);
  expect(page.call).toMatchObject({ state: 'closed', disposition: 'escalated' });
  expect(page.told).toMatchObject([{ statementId, text: 'The transfer is correct.' }]);
});
