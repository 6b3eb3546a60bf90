import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createAction } from '../../src/domain/reviews/create-action';
import { saveView } from '../../src/domain/reviews/save-view';
import type { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import type { BusyDay } from './busy-day';
import type { World } from './world';

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

const verdict = 'too_slow' as const;
const action = { kind: 'contact_data' as const, words: 'The second number is out of service.' };

/** Who judges escalations, says what is to be mended and mends it, and keeps views; for test/domain/roles.test.ts. */
export function reviewWrites(world: () => World): Record<string, Write> {
  const leads: Role[] = ['account_manager', 'admin'];
  const staff: Role[] = ['operator', ...leads];

  const newAction = async ({ escalationId }: BusyDay) => {
    const { id } = await createAction(world().actors.admin, { escalationId, ...action });
    return { actionId: id };
  };
  const newView = async () => {
    const view = { screen: 'calls' as const, scope: 'team' as const, name: newId(), query: 'q=x' };
    return { viewId: (await saveView(world().actors.admin, view)).id };
  };
  const overEscalation = async ({ clientId }: BusyDay) => {
    const { operator } = world().actors;
    const { id } = await startEscalation(operator, { clientId, urgency: 'routine', summary: 'By mistake' });
    await cancelEscalation(operator, id);
    return { escalationId: id, words: 'It was no mistake.' };
  };

  return {
    'reviews.review': [leads, ({ escalationId }) => ({ escalationId, verdict, action })],
    'reviews.reviewMany': [leads, ({ escalationId }) => ({ escalationIds: [escalationId], verdict })],
    'reviewActions.create': [leads, ({ escalationId }) => ({ escalationId, ...action })],
    'reviewActions.complete': [[...leads, 'author', 'client_admin'], newAction],
    'views.save': [staff, () => ({ screen: 'calls', scope: 'personal', name: 'Mine', query: '' })],
    'views.remove': [leads, newView],
    'escalations.reopen': [leads, overEscalation],
  };
}
