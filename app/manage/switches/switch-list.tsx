'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Connection } from '@/domain/numbers/model';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';
import { ListPage } from '../list-page';
import { NewSwitch } from './new-switch';
import { SwitchHowTo } from './switch-how-to';

const kindWords: Record<Connection['kind'], string> = {
  generic: 'Any switch, by signed JSON',
  twilio: 'Twilio',
};

function Row({ connection }: { connection: Connection }) {
  return (
    <li className="border-b border-line">
      <details className="group">
        <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-3 py-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
          <span className="font-medium">{connection.name}</span>
          <span className="text-ink-soft">
            {kindWords[connection.kind]}; connected <Time at={connection.createdAt} />
          </span>
        </summary>
        <div className="pb-4 pl-7">
          <SwitchHowTo connection={connection} />
        </div>
      </details>
    </li>
  );
}

/** The telephone systems that report calls to this service. */
export function SwitchList() {
  const api = useTRPC();
  const [isAdding, setIsAdding] = useState(false);
  const query = useQuery(api.connections.list.queryOptions());
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setIsAdding(true)}
    >
      Connect a switch
    </Button>
  );
  return (
    <ListPage
      title="Switches"
      about="The telephone systems that report calls. Each has an address of its own and a secret that signs what it sends."
      actions={add}
    >
      {query.isPending ? <LoadingRows height={44} label="The switches are being loaded." /> : null}
      {query.isError ? (
        <LoadError
          words={`The switches cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data?.length === 0 ? (
        <EmptyState title="No switch is connected." action={add}>
          Until then calls come only through the REST API or from a softphone that opens /pop.
        </EmptyState>
      ) : null}
      {query.data && query.data.length > 0 ? (
        <ul className="max-w-4xl border-t border-line">
          {query.data.map((connection) => (
            <Row key={connection.id} connection={connection} />
          ))}
        </ul>
      ) : null}
      {isAdding ? <NewSwitch onClose={() => setIsAdding(false)} /> : null}
    </ListPage>
  );
}
