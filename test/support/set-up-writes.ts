import { createEndpoint } from '../../src/domain/notifications/create-endpoint';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { createCallType } from '../../src/domain/playbooks/create-call-type';
import { createPlaybook } from '../../src/domain/playbooks/create-playbook';
import { createSource } from '../../src/domain/sources/create-source';
import type { Role } from '../../src/kernel/actor';
import type { BusyDay } from './busy-day';
import type { World } from './world';

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

const method = stepBack().content;

/** Who may connect programs, write methods of their own and look after the engine; for test/domain/roles.test.ts. */
export function setUpWrites(
  world: () => World,
  { leads, keepers }: { leads: readonly Role[]; keepers: readonly Role[] },
): Record<string, Write> {
  const newSource = ({ clientId }: BusyDay) =>
    createSource(world().actors.admin, {
      clientId,
      kind: 'generic',
      name: 'Monitoring',
      sealedSecret: 'sealed',
    });
  const newEndpoint = ({ clientId }: BusyDay) =>
    createEndpoint(world().actors.admin, {
      url: 'https://x.example/',
      clientId,
      sealedSecret: 'sealed',
      events: ['escalation.started'],
    });
  const newPlaybook = () => createPlaybook(world().actors.admin, { content: method });
  const newCallType = () =>
    createCallType(world().actors.admin, { clientId: null, name: 'Press', playbookId: null, intake: [] });
  const setAside = async ({ escalationId: id }: BusyDay) => {
    await world().ownerSql`
      update escalations set set_aside_at = app_now(), set_aside_because = 'a fault' where id = ${id}`;
    return { kind: 'escalation', id };
  };

  return {
    'webhookEndpoints.create': [
      keepers,
      ({ clientId }) => ({ url: 'https://x.example/', events: ['escalation.started'], clientId }),
    ],
    'webhookEndpoints.disable': [keepers, async (own) => ({ endpointId: (await newEndpoint(own)).id })],
    'webhookEndpoints.test': [keepers, ({ endpointId }) => ({ endpointId })],
    'webhookEndpoints.renewSecret': [keepers, ({ endpointId }) => ({ endpointId })],
    'sources.create': [keepers, ({ clientId }) => ({ clientId, kind: 'statuspage', name: 'Status page' })],
    'sources.revoke': [keepers, async (own) => ({ sourceId: (await newSource(own)).id })],
    'playbooks.create': [leads, () => ({ content: method })],
    'playbooks.change': [
      leads,
      async () => ({ playbookId: (await newPlaybook()).id, version: 1, content: method }),
    ],
    'playbooks.archive': [leads, async () => ({ playbookId: (await newPlaybook()).id })],
    'callTypes.create': [leads, ({ clientId }) => ({ clientId, name: 'Payslip' })],
    'callTypes.change': [leads, ({ callTypeId }) => ({ callTypeId, name: 'Payslip' })],
    'callTypes.archive': [leads, async () => ({ callTypeId: (await newCallType()).id })],
    'engine.restore': [leads, setAside],
  };
}
