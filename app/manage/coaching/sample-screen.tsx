'use client';

import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { useFilters } from '@/ui/use-filters';
import { usePages } from '@/ui/use-pages';
import { CoachingPage } from './coaching-page';
import { DrawDialog } from './draw-dialog';
import { PersonPicker } from './person-picker';
import { SampleTable } from './sample-table';

/** Calls that were drawn and wait to be scored, those that wait longest first. */
export function SampleScreen() {
  const api = useTRPC();
  const filters = useFilters('operator');
  const [isDrawing, setIsDrawing] = useState(false);
  const [done, setDone] = useState('');
  const operatorId = filters.get('operator');
  const asked = { state: 'open' as const, ...(operatorId && { operatorId }) };
  const list = usePages(api.scores.samples.infiniteQueryKey(asked), (page) =>
    api.scores.samples.queryOptions({ ...asked, ...page }),
  );
  const drawButton = (
    <Button
      variant="primary"
      icon={<Shuffle aria-hidden className="size-4" />}
      onClick={() => setIsDrawing(true)}
    >
      Draw calls
    </Button>
  );
  return (
    <CoachingPage
      about="Calls are drawn at random, as many of each operator, and scored beside their log. Any wrapped-up call can be scored from its own page, too."
      actions={drawButton}
      filters={<PersonPicker value={operatorId} onChange={(id) => filters.set('operator', id)} />}
    >
      <p role="status" className="text-fine empty:hidden">
        {done}
      </p>
      <PagedList
        query={list}
        many="calls to score"
        empty={
          filters.isAny ? (
            <EmptyState
              title="No call of this operator waits to be scored."
              action={<Button onClick={filters.clear}>Show those of everybody</Button>}
            />
          ) : (
            <EmptyState title="No call waits to be scored." action={drawButton}>
              Draw some: of everybody who answered calls as many, whoever had more.
            </EmptyState>
          )
        }
      >
        {(samples) => <SampleTable samples={samples} />}
      </PagedList>
      {isDrawing ? (
        <DrawDialog
          operatorId={operatorId}
          onClose={() => setIsDrawing(false)}
          onDrawn={(words) => {
            setDone(words);
            setIsDrawing(false);
          }}
        />
      ) : null}
    </CoachingPage>
  );
}
