import type { CallCard } from '@/domain/calls/model';
import { unrecognisedScript } from './call-words';

/** The client's standing text, below any incident; or the script for a number nobody owns. */
export function AccountInfo({ call, hasIncident = false }: { call: CallCard; hasIncident?: boolean }) {
  if (call.clientId === null) {
    return (
      <section aria-label="Script for an unrecognised number">
        <h2 className="mb-1 font-semibold">This number belongs to no client</h2>
        <ol className="flex list-decimal flex-col gap-1.5 pl-6">
          {unrecognisedScript.map((line) => (
            <li key={line} className="read-aloud">
              {line}
            </li>
          ))}
        </ol>
      </section>
    );
  }
  if (hasIncident && call.accountInfo === '') return null;
  return (
    <section aria-label="Account info" className={hasIncident ? 'border-t border-line pt-3' : ''}>
      <h2 className="mb-1 font-semibold">Account info</h2>
      {call.accountInfo === '' ? (
        <p className="text-ink-soft">
          There is no incident, and nothing is written down about this client. Take a message: name, number,
          what it is about.
        </p>
      ) : (
        <p className="max-w-[66ch] text-base leading-6 whitespace-pre-line">{call.accountInfo}</p>
      )}
    </section>
  );
}
