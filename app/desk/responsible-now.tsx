'use client';

import type { EscalationPlan } from '@/domain/escalations/model';
import { responsibleNow } from '@/ui/plan-people';
import { clockWords, zonePlace } from '@/ui/time-words';
import { useContactPhones } from './contact-phones';
import { useDeskNow } from './desk-context';

type ResponsibleNowProps = {
  plan: EscalationPlan;
  clientId: string | null;
  /** The client's; a contact may live by another clock. */
  zone: string | null;
};

/** Who is responsible at this moment, with the time where they are. */
export function ResponsibleNow({ plan, clientId, zone }: ResponsibleNowProps) {
  const now = useDeskNow(10_000);
  const contacts = useContactPhones(clientId).data?.items ?? [];
  const people = responsibleNow(plan);
  if (people.length === 0) return null;
  return (
    <p className="mb-2 rounded-md bg-accent-soft px-3 py-1.5">
      Responsible now:{' '}
      {people.map(({ id, name }, n) => {
        const at = contacts.find((contact) => contact.id === id)?.timeZone ?? zone;
        return (
          <span key={id}>
            {n > 0 ? '; ' : null}
            <span className="font-semibold">{name}</span>
            {at ? (
              <span className="text-ink-soft">{` (${clockWords(now, now, at)} ${zonePlace(at)})`}</span>
            ) : null}
          </span>
        );
      })}
    </p>
  );
}
