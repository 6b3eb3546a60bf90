'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PhoneForwarded } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { OverflowWindow } from '@/domain/overflow/model';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { LoadError, LoadingRows } from './list-states';
import { useNow } from './now';
import { OverflowDialog } from './overflow-dialog';
import { Time } from './time';

export type OverflowCardProps = {
  clientId: string;
  /** null: the reader's own company. */
  clientName: string | null;
  /** Who answers the calls. */
  organizationName: string;
  canSwitch: boolean;
};

type EndOverflowProps = { overflow: OverflowWindow; isOpen: boolean; onClose: () => void };

function EndOverflow({ overflow, isOpen, onClose }: EndOverflowProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const close = useMutation(
    api.overflow.close.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.overflow.list.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={isOpen ? 'End it now?' : 'Call it off?'}
      confirmWords={isOpen ? 'End now' : 'Call off'}
      stayWords="Keep it"
      isBusy={close.isPending}
      problem={close.isError ? errorWords(close.error).words : null}
      onConfirm={() => close.mutate({ overflowId: overflow.id })}
      onClose={onClose}
    >
      <p>
        {isOpen
          ? 'The operators no longer expect all calls. The phones at the company must be switched back as well: calls that are still diverted keep coming.'
          : 'The operators no longer expect all calls at that time.'}
      </p>
    </ConfirmDialog>
  );
}

function Window({
  overflow,
  isOpen,
  ...props
}: OverflowCardProps & { overflow: OverflowWindow; isOpen: boolean }) {
  const { organizationName, canSwitch } = props;
  const [isEnding, setIsEnding] = useState(false);
  const zone = useClientZone(overflow.clientId);
  return (
    <li
      className={`flex flex-wrap items-start gap-x-4 gap-y-2 rounded-md border p-3 ${isOpen ? 'border-2 border-accent bg-accent-soft' : 'border-line bg-raised'}`}
    >
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex items-start gap-2 font-medium">
          <PhoneForwarded aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {isOpen ? (
              <>
                All calls come to {organizationName} until <Time at={overflow.endsAt} zone={zone} />
              </>
            ) : (
              <>
                Planned: all calls from <Time at={overflow.startsAt} zone={zone} /> until{' '}
                <Time at={overflow.endsAt} zone={zone} show="absolute" />
              </>
            )}
          </span>
        </p>
        {overflow.note ? <p className="mt-1">“{overflow.note}”</p> : null}
        <p className="mt-1 text-ink-soft">Switched by {overflow.openedByName}</p>
      </div>
      {canSwitch ? (
        <Button onClick={() => setIsEnding(true)}>{isOpen ? 'End now' : 'Call off'}</Button>
      ) : null}
      {isEnding ? (
        <EndOverflow overflow={overflow} isOpen={isOpen} onClose={() => setIsEnding(false)} />
      ) : null}
    </li>
  );
}

function useClientZone(clientId: string): string | null {
  const api = useTRPC();
  return useQuery(api.clients.get.queryOptions({ clientId })).data?.timeZone ?? null;
}

/** The overflow switch of one client: whether all its calls come here, until when, and what is planned. */
export function OverflowCard(props: OverflowCardProps) {
  const { clientId, clientName, organizationName, canSwitch } = props;
  const api = useTRPC();
  const now = useNow(5_000);
  const zone = useClientZone(clientId);
  const [isAsking, setIsAsking] = useState(false);
  const list = useQuery(api.overflow.list.queryOptions());
  const windows = list.data?.filter((one) => one.clientId === clientId && (now === null || one.endsAt > now));
  const isOpen = ({ startsAt }: OverflowWindow) => now !== null && startsAt <= now;
  const isOn = windows?.some(isOpen) ?? false;
  return (
    <section aria-labelledby="overflow" className="flex flex-col gap-2">
      <h2 id="overflow" className="scroll-mt-6 text-base font-semibold">
        Overflow
      </h2>
      {list.isError && !list.data ? (
        <LoadError
          words={`Whether all calls are switched over cannot be shown. ${errorWords(list.error).words}`}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.isPending ? (
        <LoadingRows rows={1} height={64} label="The overflow switch is being loaded." />
      ) : null}
      {windows && !isOn ? (
        <p className="text-ink-soft">
          {`${organizationName} answers the calls that ${clientName ? `${clientName}’s` : 'your own'} phones pass on, as usual. On a bad day, all of them can be sent.`}
        </p>
      ) : null}
      {windows && windows.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {windows.map((one) => (
            <Window key={one.id} {...props} overflow={one} isOpen={isOpen(one)} />
          ))}
        </ul>
      ) : null}
      {windows && canSwitch && zone ? (
        <div>
          <Button
            size="call"
            icon={<PhoneForwarded aria-hidden className="size-4" />}
            onClick={() => setIsAsking(true)}
          >
            {isOn
              ? 'Plan another time'
              : clientName
                ? 'Send all calls here'
                : `Send all your calls to ${organizationName}`}
          </Button>
        </div>
      ) : null}
      {isAsking && zone ? (
        <OverflowDialog
          clientId={clientId}
          zone={zone}
          organizationName={organizationName}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </section>
  );
}
