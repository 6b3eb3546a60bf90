'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { LiveBriefing } from '@/domain/briefings/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Sheet } from '@/ui/sheet';
import { BriefingRow } from './briefing-row';
import { briefingsOf } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';

type ClientSheetProps = {
  client: { id: string; name: string } | null;
  onClose: () => void;
  onBriefing: (briefing: LiveBriefing) => void;
};

function AccountText({ clientId }: { clientId: string }) {
  const { state } = useDesk();
  const api = useTRPC();
  const asked = useQuery(api.clients.get.queryOptions({ clientId }));
  // A call of the client brings the text along: it is there without the connection too.
  const known = Object.values(state.calls).find((call) => call.clientId === clientId)?.accountInfo;
  const text = asked.data?.accountInfo ?? known;
  if (text === undefined) {
    return asked.isError ? (
      <LoadError words={errorWords(asked.error).words} onRetry={() => void asked.refetch()} />
    ) : (
      <LoadingRows rows={4} label="Loading the account info" />
    );
  }
  if (text === '') return <p className="text-ink-soft">Nothing is written down about this client.</p>;
  return <p className="max-w-[66ch] text-base leading-6 whitespace-pre-line">{text}</p>;
}

/** A client's standing text and what is going on there, to read between calls or in one. */
export function ClientSheet({ client, onClose, onBriefing }: ClientSheetProps) {
  const { state } = useDesk();
  const now = useDeskNow(10_000);
  const briefings = client === null ? [] : briefingsOf(state, client.id, now);
  return (
    <Sheet
      isOpen={client !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={client?.name ?? ''}
      isModal={false}
    >
      {client === null ? null : (
        <div
          tabIndex={0}
          role="group"
          aria-label="Client to read"
          className="flex flex-col gap-5 outline-none"
        >
          {briefings.length > 0 ? (
            <section aria-label="Live incidents of this client">
              <h3 className="mb-1 font-semibold">Live incidents</h3>
              <ul className="border-t border-line">
                {briefings.map((briefing) => (
                  <li key={briefing.versionId} className="border-b border-line">
                    <BriefingRow briefing={briefing} onOpen={onBriefing} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section aria-label="Account info">
            <h3 className="mb-1 font-semibold">Account info</h3>
            <AccountText clientId={client.id} />
          </section>
        </div>
      )}
    </Sheet>
  );
}
