// How long it took until somebody was told, and what is sent when it begins again.
import { expect } from 'vitest';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { reopenEscalation } from '@/domain/escalations/reopen-escalation';
import { resolveEscalation } from '@/domain/escalations/resolve-escalation';
import { getReview } from '@/domain/reviews/review-queries';
import { timings } from '@/domain/reviews/timings';
import { MINUTE } from '@/kernel/duration';
import { test } from '../support/stage';

test('an engine that stood still delivered too late: the review says by how much, and what is begun again is told anew', async ({
  stage,
}) => {
  const { account_manager: manager, client_admin: contact } = stage.world.actors;
  const escalation = await stage.escalate();
  await stage.world.moveClock(4 * MINUTE);
  const worker = await stage.startWorker();
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  await acknowledgeEscalation(contact, { escalationId: escalation.id, via: 'app' });
  const late = await getReview(manager, escalation.id);
  const [deliver, acknowledge] = timings(late, await stage.world.readClock());
  expect(deliver).toMatchObject({ name: 'deliver', targetSeconds: 60, fate: 'missed' });
  expect(Math.floor((deliver?.tookSeconds ?? 0) / 60)).toBe(4);
  expect(acknowledge).toMatchObject({ fate: 'met' });

  await resolveEscalation(contact, escalation.id);
  await stage.settled();
  stage.sink.expectNoMore();
  await reopenEscalation(manager, { escalationId: escalation.id, words: 'It came back.' });
  const again = await stage.sink.expectMailTo(stage.contact);
  expect(again.text).toContain('Salaries were paid twice.');
  await stage.settled();
  // The first time counts: what is begun again was delivered once already.
  expect((await getReview(manager, escalation.id)).firstSentAt).toEqual(late.firstSentAt);
  await worker.stop();
});
