import { ringCall } from '../../src/domain/calls/ring-call';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { ask } from './caller';
import { nextMorning } from './next-morning';
import { takeBack, takeCall, tellCaller, wrongBriefing } from './recall-day';
import type { World } from './world';

/** Through the door of the screens; what is refused fails the test. */
async function done<Value = { id: string }>(actor: Actor, path: string, input: unknown): Promise<Value> {
  const answer = await ask(actor, path, input);
  if ('refused' in answer)
    throw new Error(`${path}: ${answer.refused.words} ${JSON.stringify(answer.refused.problems)}`);
  return answer.value as Value;
}

/**
 * A morning of the payroll company with one of everything that an incident can have: a caller who rings three times, one
 * who gives up, one without a number, a complaint in writing, a call that still rings, one that began before the briefing;
 * a statement that is told, taken back and corrected; promises kept, broken and open; escalations; a question.
 */
export async function incidentDay(world: World) {
  const { operator, author, responsible_contact: contact } = world.actors;
  await nextMorning(world);
  const due = async (hours: number) => after(await world.readClock(), hours * HOUR).toISOString();
  const end = (callId: string) => done(operator, 'calls.recordEvent', { callId, type: 'ended' });

  const before = await takeCall(world, '+4915112345090');
  const wrong = await wrongBriefing(world);
  const { briefingId, statementId, otherId } = wrong;
  const [version] = await done<{ id: string }[]>(author, 'briefings.versions', { briefingId });
  await done(operator, 'briefings.confirm', { versionId: version?.id });
  await done(operator, 'calls.tellStatements', {
    callId: before.id,
    statementIds: [statementId],
    briefingVersionId: version?.id,
  });

  const first = await tellCaller(world, '+4915112345001', statementId);
  await done(operator, 'calls.update', {
    callId: first.id,
    callerName: 'Maria Weber',
    mood: 'angry',
    issue: 'Her payslip shows half of her salary.',
    requestedSolution: 'The rest of it today.',
  });
  await done(operator, 'calls.update', { callId: first.id, mood: 'calm' });
  await done(operator, 'calls.addNote', { callId: first.id, text: 'Rent is due tomorrow.' });
  const kept = await done(operator, 'promises.create', {
    callId: first.id,
    kind: 'information',
    what: 'when the rest is paid',
    dueAt: await due(2),
  });
  const broken = await done(operator, 'promises.create', {
    callId: first.id,
    kind: 'document',
    what: 'a new payslip by e-mail',
    dueAt: await due(3),
  });
  const question = await done(operator, 'calls.askQuestion', {
    callId: first.id,
    text: 'Who pays the overdraft?',
  });
  await end(first.id);
  await world.moveClock(20 * 60_000);

  const anonymous = await tellCaller(world, 'anonymous', statementId);
  await done(operator, 'calls.update', { callId: anonymous.id, callerName: '=SUM(A1:A9)', mood: 'upset' });
  await end(anonymous.id);
  const ring = async (from: string) => {
    const { call } = await ringCall(operator, { from, to: world.did.number, routeReason: 'overflow' });
    return call;
  };
  const gaveUp = await ring('+4915112345002');
  await done(operator, 'calls.recordEvent', { callId: gaveUp.id, type: 'abandoned' });
  const complaintId = newId();
  await done(operator, 'calls.receiveComplaint', {
    clientId: world.client.id,
    callId: complaintId,
    from: 'Jonas@Weber.example',
    callerName: 'Jonas Weber',
    text: 'Where is my money?',
  });

  const acknowledged = await done(operator, 'escalations.start', {
    callId: first.id,
    urgency: 'urgent',
    summary: 'A tenant loses her flat.',
  });
  await world.moveClock(10 * 60_000);
  await done(contact, 'escalations.acknowledge', { escalationId: acknowledged.id });
  await done(operator, 'promises.keep', { promiseId: kept.id, evidence: 'Told her: on Friday.' });
  await done(operator, 'promises.break', { promiseId: broken.id, reason: 'The printer is out of order.' });
  const { recallId } = await takeBack(author, wrong, {
    correction: 'The transfer is wrong.',
    dueAt: await due(4),
  });

  const second = await takeCall(world, '+4915112345001');
  const open = await done(operator, 'promises.create', {
    callId: second.id,
    kind: 'callback',
    what: 'about the overdraft',
    dueAt: await due(1),
  });
  await done(operator, 'calls.tellStatements', { callId: second.id, statementIds: [otherId] });
  const third = await takeCall(world, '+4915112345001');
  await done(operator, 'escalations.start', {
    callId: third.id,
    urgency: 'emergency',
    summary: 'She is at the bank.',
  });
  const ringing = await ring('+4915112345003');
  return {
    briefingId,
    statementId,
    recallId,
    questionId: question.id,
    openPromiseId: open.id,
    calls: {
      before: before.id,
      first: first.id,
      anonymous: anonymous.id,
      gaveUp: gaveUp.id,
      complaint: complaintId,
      second: second.id,
      third: third.id,
      ringing: ringing.id,
    },
  };
}

export type IncidentDay = Awaited<ReturnType<typeof incidentDay>>;
