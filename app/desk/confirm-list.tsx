'use client';

import { CloudOff } from 'lucide-react';
import { useRef } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { BriefingRow } from './briefing-row';
import { KeyFor } from './key-for';
import { ChangedWords } from './reading-strip';
import { useConfirmKey, useReadings } from './use-readings';

type ConfirmListProps = {
  /** Those this operator has not confirmed, in the order of precedence. */
  briefings: readonly LiveBriefing[];
  /** The one that is open to read. */
  opened: LiveBriefing | null;
  onOpen: (briefing: LiveBriefing) => void;
};

/** What changed since this operator last read it. F6 confirms the one that is open, else focused, else the first. */
export function ConfirmList({ briefings, opened, onOpen }: ConfirmListProps) {
  const readings = useReadings();
  const list = useRef<HTMLElement>(null);
  const waiting = briefings.filter((briefing) => readings.of(briefing) === 'waiting');
  const open = briefings.filter((briefing) => readings.of(briefing) === 'unread');

  const focusList = () =>
    requestAnimationFrame(() => {
      // The row with the focus is gone: the focus stays in the list, at the next one.
      if (document.activeElement === document.body) list.current?.querySelector('button')?.focus();
    });
  useConfirmKey(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-to-confirm]');
    const focused = open.find(({ versionId }) => versionId === row?.dataset['toConfirm']);
    if (focused) focusList();
    return opened ?? focused ?? open[0];
  });

  if (briefings.length === 0) return null;
  return (
    <section aria-label="Briefings to confirm" ref={list}>
      <h2 className="mb-2 text-base font-semibold">
        Briefings to confirm <span className="font-normal text-ink-soft">({briefings.length})</span>
      </h2>
      <ul className="border-t border-line">
        {[...open, ...waiting].map((briefing, position) => (
          <li
            key={briefing.versionId}
            data-to-confirm={briefing.versionId}
            className="flex flex-wrap items-center gap-x-3 border-b border-line max-sm:pb-2"
          >
            <div className="min-w-0 flex-1 basis-80">
              <BriefingRow briefing={briefing} onOpen={onOpen}>
                <span className="block text-low">
                  v{briefing.version}: <ChangedWords briefing={briefing} />
                </span>
              </BriefingRow>
            </div>
            {readings.of(briefing) === 'waiting' ? (
              <p className="flex items-center gap-1.5 font-medium text-high">
                <CloudOff aria-hidden className="size-4 shrink-0" />
                Not confirmed yet: waits on this computer
              </p>
            ) : (
              <Button
                onClick={() => {
                  readings.confirm(briefing);
                  focusList();
                }}
              >
                I have read it
                <span className="sr-only">
                  : {briefing.clientName}, v{briefing.version}
                </span>
                {position === 0 ? <KeyFor action="confirm" /> : null}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
