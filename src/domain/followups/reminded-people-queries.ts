import type { ReadTx } from '../../db/transaction';
import { loadPolicyPeople } from '../escalations/people-queries';
import { planStep } from '../escalations/plan-step';
import { loadPolicyOrDefault } from '../escalations/policy-queries';
import type { Recipient } from '../notifications/enqueue-delivery';
import type { PromiseCard } from '../promises/model';
import { loadPresences } from '../tenancy/presence-queries';
import { findActiveMember } from '../tenancy/queries';

type Member = { id: string; name: string; email: string };

/** Whose turn it is: `because` says why the account managers hear of it instead of the owner. */
export type RemindedPeople =
  | { kind: 'members'; members: Member[]; part: 'desk' | 'portal' }
  | { kind: 'contacts'; recipients: Recipient[] }
  /** Whoever sits at a desk sees it there. */
  | { kind: 'desks' }
  | { kind: 'nobody'; because: string };

/** Who keeps these promises, as things stand now. All of them are of one client and have the same owner. */
export async function loadRemindedPeople(
  tx: ReadTx,
  { clientId, clientName, owner, ownerId, ownerName, assignedToId, assignedToName }: PromiseCard,
  now: Date,
): Promise<RemindedPeople> {
  const personId = assignedToId ?? (owner === 'operator' ? ownerId : null);
  const part = owner === 'client' ? 'portal' : 'desk';
  if (personId !== null) {
    const member = await findActiveMember(tx, personId);
    if (member !== undefined) return { kind: 'members', members: [member], part };
    const name = assignedToName ?? ownerName;
    return { kind: 'nobody', because: `${name || 'Whoever gave it'} does not work here any more.` };
  }
  if (owner === 'client') return loadResponsible(tx, clientId, clientName, now);
  const isSomebodyThere = (await loadPresences(tx)).length > 0;
  return isSomebodyThere ? { kind: 'desks' } : { kind: 'nobody', because: 'Nobody is at a desk now.' };
}

/**
 * The people of the first step of the client's policy that leads to somebody: each by the first way to reach them, once
 * their quiet hours are over.
 */
async function loadResponsible(
  tx: ReadTx,
  clientId: string,
  clientName: string,
  now: Date,
): Promise<RemindedPeople> {
  const policy = await loadPolicyOrDefault(tx, clientId, 'routine');
  const people = await loadPolicyPeople(tx, clientId, policy, now);
  for (const step of policy.steps) {
    const { messages } = planStep(step, people, now, 'routine');
    const usable = messages.filter(({ isContact, problem }) => isContact && problem === null);
    if (usable.length === 0) continue;
    const first = new Map(
      usable
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())
        .map((message) => [message.recipientId, message]),
    );
    const recipients = [...first.values()].map(
      ({ methodId, recipientId, name, channel, address, at, waitsFor }) => ({
        methodId,
        recipientId,
        name,
        channel,
        address,
        sendAt: at,
        waitsFor,
      }),
    );
    return { kind: 'contacts', recipients };
  }
  return { kind: 'nobody', because: `Nobody of ${clientName} can be told.` };
}
