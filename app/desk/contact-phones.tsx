'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { Phone } from '@/ui/phone';

/** Read while there is a connection, for the moment in which there is none. */
export function useContactPhones(clientId: string | null) {
  const api = useTRPC();
  return useQuery({
    ...api.contacts.list.queryOptions({ clientId: clientId ?? '' }),
    enabled: clientId !== null,
    staleTime: 300_000,
  });
}

/** Nothing reached the server: whom to phone by hand. */
export function ContactPhones({ clientId }: { clientId: string | null }) {
  const asked = useContactPhones(clientId);
  const people = (asked.data?.items ?? []).flatMap(({ id, name, title, methods }) => {
    const numbers = [
      ...new Set(methods.filter(({ channel }) => channel !== 'email').map((one) => one.address)),
    ];
    return numbers.length === 0 ? [] : [{ id, name, title, numbers }];
  });
  return (
    <section aria-label="Phone them" className="rounded-md bg-high-soft px-3 py-2 text-high">
      <h3 className="font-semibold">Phone them yourself</h3>
      {people.length === 0 ? (
        <p>This desk knows no phone number of the client’s people. Phone your account manager.</p>
      ) : (
        <ul>
          {people.map(({ id, name, title, numbers }) => (
            <li key={id} className="flex flex-wrap gap-x-2 py-0.5">
              <span className="font-medium">{name}</span>
              {title ? <span>{title}</span> : null}
              {numbers.map((number) => (
                <Phone key={number} number={number} isLink />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
