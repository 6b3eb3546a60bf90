'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { Escalation } from '@/domain/escalations/model';
import { viaWords } from './acknowledged-via';
import { isPhoneChannel } from './channel-words';
import { deliveryGroups, type StepTried } from './delivery-groups';
import { EscalationPerson } from './escalation-person';
import { EscalationStanding } from './escalation-standing';
import { stepGap } from './step-gap';
import { clockWords } from './time-words';
import { useNow } from './now';

/** More of them are history: the list of messages has them all. */
const STEPS_SHOWN = 6;

/** Numbers of the client's people, by contact. Without them the steps are shown all the same. */
function usePhones(clientId: string | null): ReadonlyMap<string, string[]> {
  const api = useTRPC();
  const contacts = useQuery({
    ...api.contacts.list.queryOptions({ clientId: clientId ?? '' }),
    enabled: clientId !== null,
    staleTime: 300_000,
  });
  return new Map(
    (contacts.data?.items ?? []).map(({ id, methods }) => [
      id,
      methods.filter(({ channel }) => isPhoneChannel(channel)).map(({ address }) => address),
    ]),
  );
}

/** How each person said so, where a step waits for everybody; by person. */
function useSaidSo({ acknowledgements }: Escalation): ReadonlyMap<string, string> {
  const now = useNow(60_000);
  return new Map(
    acknowledgements.map(({ personId, via, at }) => [
      personId,
      `acknowledged ${viaWords[via]}${now ? `, ${clockWords(at, now)}` : ''}`,
    ]),
  );
}

function stepTitle({ cycle, step }: StepTried, isNow: boolean): string {
  return `Step ${step}${cycle > 1 ? `, round ${cycle}` : ''}${isNow ? ' (now)' : ''}`;
}

/**
 * An escalation as it goes: where it stands, who is being tried at each step, by what, with which result. The newest
 * step first. `zone` is the client's.
 */
export function EscalationStepsLive({ escalation, zone }: { escalation: Escalation; zone: string | null }) {
  const phones = usePhones(escalation.clientId);
  const saidSo = useSaidSo(escalation);
  const steps = deliveryGroups(escalation.deliveries);
  const isOpen = escalation.state === 'open';
  const gap = stepGap(escalation);
  const others = escalation.acknowledgements.length;
  const hasSomebody = escalation.state === 'acknowledged' || escalation.state === 'resolved';
  const said = hasSomebody ? escalation.timeline.findLast(({ type }) => type === 'acknowledged') : undefined;
  return (
    <div className="flex flex-col gap-3">
      <EscalationStanding escalation={escalation} />
      {said ? <p>{said.words}.</p> : null}
      {gap ? <p className="font-medium text-critical">{gap}</p> : null}
      {isOpen && others > 0 ? (
        <p className="text-ink-soft">
          Everybody of this step must acknowledge; so far{' '}
          {escalation.acknowledgements.map(({ personName }) => personName).join(', ')}.
        </p>
      ) : null}
      {steps.slice(0, STEPS_SHOWN).map((group) => {
        const isNow = isOpen && group.cycle === escalation.cycle && group.step === escalation.step;
        const title = stepTitle(group, isNow);
        return (
          <div key={title} className="rounded-md border border-line">
            <p className="border-b border-line bg-sunken px-3 py-1.5 font-semibold">{title}</p>
            <ul aria-label={title} className="px-3">
              {group.people.map((person) => (
                <EscalationPerson
                  key={person.id}
                  person={person}
                  zone={zone}
                  phones={phones.get(person.id) ?? []}
                  acknowledged={saidSo.get(person.id) ?? null}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {steps.length > STEPS_SHOWN ? (
        <p className="text-ink-soft">
          {steps.length - STEPS_SHOWN} earlier steps; all their messages are in the list of messages.
        </p>
      ) : null}
    </div>
  );
}
