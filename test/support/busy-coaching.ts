import { listCalls } from '../../src/domain/calls/queries';
import { drawSamples } from '../../src/domain/coaching/draw-samples';
import { usualCriteria } from '../../src/domain/coaching/model';
import { listOwnNotes } from '../../src/domain/coaching/note-queries';
import { getScorecard } from '../../src/domain/coaching/scorecard-queries';
import { scoreCall } from '../../src/domain/coaching/score-call';
import { setScorecard } from '../../src/domain/coaching/set-scorecard';
import { after } from '../../src/kernel/duration';
import { filledIn, wrappedUp } from './coached-calls';
import type { Tenant } from './world';

/** By answering service: it has one form. */
const forms = new Set<string>();

/** A call of the operator's that was drawn to be scored. */
export async function drawnCall(tenant: Tenant): Promise<string> {
  const { operator, admin } = tenant.actors;
  const { id, ringAt } = await wrappedUp(tenant, operator);
  const [from, to] = [ringAt.toISOString(), after(ringAt, 1).toISOString()];
  await drawSamples(admin, { from, to, perOperator: 1 });
  return id;
}

/** A call that is over is scored; another was drawn and waits; there is a note to an operator, and a form that was written once. */
export async function coachedCalls(tenant: Tenant) {
  const { actors, client, organizationId } = tenant;
  const { operator, admin } = actors;
  if (!forms.has(organizationId)) {
    const { version } = await getScorecard(admin);
    await setScorecard(admin, { version, criteria: usualCriteria.slice(0, 7) });
    forms.add(organizationId);
  }
  const [note] = (await listOwnNotes(operator, { limit: 1 })).items;
  const calls = (await listCalls(admin, { clientId: client.id, limit: 20 })).items;
  const callId = calls.find(({ state }) => state === 'closed')?.id ?? '';
  const { id: scoreId } = await scoreCall(admin, {
    callId,
    version: 0,
    lines: filledIn('partly'),
    words: '',
  });
  return { scoreId, sampleId: await drawnCall(tenant), reviewId: note?.id ?? '' };
}
