import Link from 'next/link';
import type { PlaybookUse } from '@/domain/playbooks/model';

/** Where a playbook is named; briefings name theirs in their own editor. */
export function PlaybookUses({ use: { isDefault, clients, callTypes } }: { use: PlaybookUse }) {
  const isNamed = isDefault || clients.length > 0 || callTypes.length > 0;
  const link = 'text-accent underline underline-offset-2';
  return (
    <section aria-labelledby="uses" className="flex flex-col gap-1 border-t border-line pt-5">
      <h2 id="uses" className="text-base font-semibold">
        Where it is named
      </h2>
      {isNamed ? (
        <ul className="list-disc pl-5">
          {isDefault ? (
            <li>
              By your{' '}
              <Link href="/manage/settings" className={link}>
                service’s rules
              </Link>
              : it guides every call for which nothing else is named.
            </li>
          ) : null}
          {clients.map(({ id, name }) => (
            <li key={id}>
              By the client{' '}
              <Link href={`/manage/clients/${id}#calls`} className={link}>
                {name}
              </Link>
            </li>
          ))}
          {callTypes.map(({ id, name }) => (
            <li key={id}>
              By the call type{' '}
              <Link href="/manage/playbooks/call-types" className={link}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">
          Neither your service, nor a client, nor a call type names it. A briefing may.
        </p>
      )}
    </section>
  );
}
