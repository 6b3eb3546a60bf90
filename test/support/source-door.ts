import { Webhook } from 'standardwebhooks';
import { createCaller } from '../../src/api/root';
import type { SourceKind } from '../../src/domain/sources/model';
import { newId } from '../../src/kernel/ids';
import { publicUrl } from './lanes';
import type { Tenant } from './world';

/** Where a source's reports go, and what it signs or is let in with. */
export type SourceDoor = { id: string; secret: string; path: string };

const adminOf = (tenant: Tenant) => createCaller({ actor: tenant.actors.admin, session: null });

export async function openDoor(kind: SourceKind, name: string, tenant: Tenant): Promise<SourceDoor> {
  const made = await adminOf(tenant).sources.create({ clientId: tenant.client.id, kind, name });
  return { id: made.source.id, secret: made.secret, path: new URL(made.url, publicUrl).pathname };
}

/** A door that was open once. */
export async function closedDoor(kind: SourceKind, tenant: Tenant): Promise<SourceDoor> {
  const door = await openDoor(kind, 'Not ours any more', tenant);
  await adminOf(tenant).sources.revoke({ sourceId: door.id });
  return door;
}

/** The headers of Standard Webhooks. */
export function signed(body: string, secret: string, sentAt = new Date()): Record<string, string> {
  const id = `msg_${newId()}`;
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  };
}

/** What Atlassian Statuspage says of an incident, the newest update first. */
export const incident = (changes: object = {}) => ({
  id: newId(),
  name: 'Payslips cannot be opened',
  status: 'investigating',
  impact: 'major',
  shortlink: 'https://stspg.example/x',
  incident_updates: [
    {
      id: 'b',
      body: 'The cause is known.',
      status: 'identified',
      created_at: '2026-03-29T12:30:00+02:00',
    },
    {
      id: 'a',
      body: 'We are looking into it.',
      status: 'investigating',
      created_at: '2026-03-29T12:00:00+02:00',
    },
  ],
  ...changes,
});

/** A notice around it, as it is posted. */
export const notice = (payload: object) => ({
  meta: { unsubscribe: 'https://x.example', documentation: 'https://x.example' },
  page: { id: 'p', status_indicator: 'major', status_description: 'Major outage' },
  ...payload,
});
