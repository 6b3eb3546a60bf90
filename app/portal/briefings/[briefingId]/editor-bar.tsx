'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Briefing } from '@/domain/briefings/model';
import { Button, buttonClasses } from '@/ui/button';
import { BriefingStateChip } from '@/ui/state-chip';
import type { SaveState } from './draft-saver';
import { mergePanelId } from './merge-panel';
import { SaveWords } from './save-words';

export type EditorView = 'write' | 'preview';

export type EditorBarProps = {
  briefing: Briefing;
  save: SaveState;
  view: EditorView;
  isBehind: boolean;
  onView: (view: EditorView) => void;
  /** What can be done with the draft. */
  actions: ReactNode;
  /** What was just done, and what is to be done before publishing. */
  children?: ReactNode;
};

const views = [
  { id: 'write', words: 'Write' },
  { id: 'preview', words: 'Operator’s screen' },
] as const;

function versionWords({ currentVersion, hasUnpublishedChanges }: Briefing): string {
  if (currentVersion === 0) return 'Never published';
  return `Version ${currentVersion}${hasUnpublishedChanges ? ', with changes not published yet' : ''}`;
}

/** The panel is in the view for writing; it can take the focus once that view is shown. */
function lookAtTheirs(onView: (view: EditorView) => void): void {
  onView('write');
  requestAnimationFrame(() => document.getElementById(mergePanelId)?.focus());
}

/** Where the draft stands and what can be done with it, always in sight. On a phone it also switches the view. */
export function EditorBar({ briefing, save, view, isBehind, onView, actions, children }: EditorBarProps) {
  const isTrouble = save.kind === 'failed' || save.kind === 'stale';
  const saveWords = <SaveWords save={save} savedAt={briefing.updatedAt} />;
  return (
    <div className="sticky top-0 z-20 border-b border-line bg-surface px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 max-sm:gap-x-1.5">
        <Link
          href="/portal/briefings"
          className={`${buttonClasses('quiet')} -ml-2 px-2! max-sm:size-11`}
          aria-label="Back to all briefings"
        >
          <ArrowLeft aria-hidden className="size-4" />
        </Link>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <BriefingStateChip state={briefing.state} />
          <p className="text-ink-soft max-md:hidden">{versionWords(briefing)}</p>
          {isTrouble ? null : saveWords}
        </div>
        <div className="flex items-center gap-2 max-sm:gap-1.5">{actions}</div>
        <div className="flex basis-full flex-wrap items-center gap-x-3 gap-y-2 empty:hidden">
          {isTrouble ? saveWords : null}
          {isBehind ? (
            <Button
              variant="quiet"
              size="compact"
              className="max-sm:min-h-11"
              onClick={() => lookAtTheirs(onView)}
            >
              {isTrouble ? 'Look and choose' : 'A colleague saved meanwhile: look'}
            </Button>
          ) : null}
          {children}
        </div>
      </div>
      <div
        role="group"
        aria-label="View"
        className="mt-2 grid grid-cols-2 gap-1 rounded-md bg-sunken p-1 lg:hidden"
      >
        {views.map(({ id, words }) => (
          <button
            key={id}
            type="button"
            aria-pressed={view === id}
            onClick={() => onView(id)}
            className="min-h-9 rounded max-sm:min-h-11 font-medium text-ink-soft aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm"
          >
            {words}
          </button>
        ))}
      </div>
    </div>
  );
}
