import { listOwnNotes } from '../../src/domain/coaching/note-queries';
import { getScorecard } from '../../src/domain/coaching/scorecard-queries';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { reviewEscalation } from '../../src/domain/reviews/review-escalation';
import type { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { drawnCall } from './busy-coaching';
import type { BusyDay } from './busy-day';
import { filledIn, scored, wrappedUp } from './coached-calls';
import type { World } from './world';

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

/** Who draws, scores and writes the form, and who answers; for test/domain/roles.test.ts. */
export function coachingWrites(world: () => World): Record<string, Write> {
  const leads: Role[] = ['account_manager', 'admin'];
  const staff: Role[] = ['operator', ...leads];
  const somebodyElse = (asker: Role) => world().actors[asker === 'admin' ? 'account_manager' : 'admin'];

  const newForm = async () => {
    const { version } = await getScorecard(world().actors.admin);
    return { version, criteria: [{ id: 'greeting', name: `Greeting ${newId()}`, weight: 2 }] };
  };
  const ownNote = async ({ clientId }: BusyDay, asker: Role) => {
    const actor = world().actors[asker];
    const about = { clientId, urgency: 'routine' as const, summary: 'The money is missing.' };
    const { id: escalationId } = await startEscalation(actor, about);
    const note = { escalationId, verdict: 'too_slow' as const, coachingNote: 'Ring at once.' };
    await reviewEscalation(somebodyElse(asker), note);
    const [newest] = (await listOwnNotes(actor, { limit: 1 })).items;
    return { reviewId: newest?.id, words: 'Nobody picked up.' };
  };
  const ownScore = async (_: BusyDay, asker: Role) => {
    const { id } = await scored(world(), world().actors[asker], somebodyElse(asker));
    return { scoreId: id, words: 'The line was bad.' };
  };

  return {
    'scores.setForm': [leads, newForm],
    'scores.draw': [leads, () => ({ from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' })],
    'scores.drop': [leads, async () => ({ callId: await drawnCall(world()) })],
    'scores.score': [
      leads,
      async () => {
        const { id: callId } = await wrappedUp(world(), world().actors.operator);
        return { callId, version: 0, lines: filledIn('met') };
      },
    ],
    'scores.change': [
      leads,
      async (_, asker) => {
        const { id } = await scored(world(), world().actors.operator, world().actors[asker]);
        return { scoreId: id, lines: filledIn('partly') };
      },
    ],
    'scores.answer': [staff, ownScore],
    'scores.answerNote': [staff, ownNote],
    'scores.markSeen': [staff, () => ({})],
  };
}
