'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, UsersRound, X } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { SavedView, ViewScreen } from '@/domain/reviews/model';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { SaveView } from './save-view';

const scopeWords = { personal: 'your own view', team: 'a view of the team' };

type ViewTabProps = { view: SavedView; isPresent: boolean; onOpen: () => void; onRemove: () => void };

function ViewTab({ view, isPresent, onOpen, onRemove }: ViewTabProps) {
  const pathname = usePathname();
  const Icon = view.scope === 'team' ? UsersRound : Bookmark;
  return (
    <li className="inline-flex items-center rounded-md border border-line bg-surface">
      <a
        href={`${pathname}${view.query === '' ? '' : `?${view.query}`}`}
        aria-current={isPresent ? 'page' : undefined}
        className={classNames(
          'inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 hover:bg-accent-soft',
          isPresent && 'bg-accent-soft font-semibold',
        )}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {view.name}
        <span className="sr-only">, {scopeWords[view.scope]}</span>
      </a>
      {view.isOwn ? (
        <button
          type="button"
          aria-label={`Remove the view ${view.name}`}
          className="inline-flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
          onClick={onRemove}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </li>
  );
}

/** A list's saved filters, the team's and one's own; a press puts them into the address. */
export function SavedViews({ screen }: { screen: ViewScreen }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const pathname = usePathname();
  const params = useSearchParams();
  const present = params.toString();
  const [isSaving, setIsSaving] = useState(false);
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const views = useQuery(api.views.list.queryOptions({ screen }));
  const readAgain = () => void queries.invalidateQueries({ queryKey: api.views.list.queryKey({ screen }) });
  const remove = useMutation(
    api.views.remove.mutationOptions({
      onSuccess: () => {
        setRemoved(null);
        readAgain();
      },
    }),
  );
  return (
    <nav aria-label="Saved views" className="flex flex-wrap items-center gap-2">
      {views.data && views.data.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {views.data.map((view) => (
            <ViewTab
              key={view.id}
              view={view}
              isPresent={view.query === present}
              onOpen={() =>
                window.history.pushState(null, '', view.query === '' ? pathname : `?${view.query}`)
              }
              onRemove={() => setRemoved(view)}
            />
          ))}
        </ul>
      ) : null}
      {views.isError ? (
        <p role="alert" className="text-critical">
          The saved views cannot be shown. {errorWords(views.error).words}
        </p>
      ) : null}
      <Button size="compact" variant="quiet" onClick={() => setIsSaving(true)}>
        Save this view
      </Button>
      {isSaving ? (
        <SaveView screen={screen} query={present} onSaved={readAgain} onClose={() => setIsSaving(false)} />
      ) : null}
      {removed === null ? null : (
        <ConfirmDialog
          title={`Remove the view ${removed.name}?`}
          confirmWords="Remove it"
          isBusy={remove.isPending}
          problem={remove.isError ? errorWords(remove.error).words : null}
          onConfirm={() => remove.mutate({ viewId: removed.id })}
          onClose={() => setRemoved(null)}
        >
          <p>
            {removed.scope === 'team' ? 'Nobody of the team sees it any more.' : 'Only you have it.'} What it
            showed stays.
          </p>
        </ConfirmDialog>
      )}
    </nav>
  );
}
