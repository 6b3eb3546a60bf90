import { setPolicyInput } from '../../src/domain/escalations/model';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { roles, type Role } from '../../src/kernel/actor';
import type { BusyDay } from './busy-day';
import type { World } from './world';

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

const steps = [{ targets: [{ type: 'account_manager' as const }], delaySeconds: 60 }];

/** Who may begin, answer and end escalations, and say by which policy they go; for test/domain/roles.test.ts. */
export function escalationWrites(world: () => World): Record<string, Write> {
  const leads: Role[] = ['account_manager', 'admin'];
  const staff: Role[] = ['operator', ...leads];
  const keepers: Role[] = [...leads, 'client_admin'];
  const closers: Role[] = [...leads, 'responsible_contact', 'client_admin'];

  const ownPolicy = async ({ clientId }: BusyDay) => {
    const urgency = 'routine' as const;
    await setPolicy(world().actors.admin, setPolicyInput.parse({ clientId, urgency, steps }));
    return { clientId, urgency };
  };

  return {
    'escalations.start': [staff, ({ callId }) => ({ callId, summary: 'The money is missing.' })],
    'escalations.acknowledge': [roles, ({ escalationId }) => ({ escalationId })],
    'escalations.decline': [roles, ({ escalationId }) => ({ escalationId })],
    'escalations.skip': [roles, ({ escalationId }) => ({ escalationId })],
    'escalations.patch': [
      staff,
      ({ escalationId, contactId }) => ({ escalationId, contactId, kind: 'warm', outcome: 'no_answer' }),
    ],
    'escalations.read': [roles, ({ escalationId }) => ({ escalationId })],
    'escalations.resolve': [closers, ({ escalationId }) => ({ escalationId })],
    'escalations.cancel': [staff, ({ escalationId }) => ({ escalationId })],
    'policies.clear': [keepers, ownPolicy],
    'policies.set': [keepers, ({ clientId }) => ({ clientId, steps })],
  };
}
