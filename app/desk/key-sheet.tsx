'use client';

import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useDesk } from './desk-context';
import { Keys } from './key-for';
import { KeyRow } from './key-row';
import { actionGroups, fixedKeys } from './keymap';
import { RingVolume } from './ring-volume';
import { useKeySetup } from './use-key-setup';
import type { Overlay } from './use-overlay';
import { useSavePreferences } from './use-save-preferences';

function KeyList() {
  const { preferences } = useDesk().state;
  const { save, problem } = useSavePreferences();
  const setup = useKeySetup(save);
  const isAsking = setup.change?.kind === 'asking';
  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="sr-only">
        {isAsking ? 'Press the new keys. Escape leaves it as it is.' : ''}
      </p>
      {problem === null ? null : (
        <p role="alert" className="rounded-md bg-critical-soft px-3 py-2 font-medium text-critical">
          {problem}
        </p>
      )}
      {actionGroups.map(({ title, actions }) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-1 font-semibold">{title}</h3>
          <ul className="border-t border-line">
            {actions.map((action) => (
              <KeyRow key={action} action={action} setup={setup} />
            ))}
          </ul>
        </section>
      ))}
      <section aria-label="Always the same">
        <h3 className="mb-1 font-semibold">Always the same</h3>
        <dl className="border-t border-line">
          {fixedKeys.map(({ keys, words }) => (
            <div
              key={keys}
              className="grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-3 border-b border-line py-1.5"
            >
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <RingVolume preferences={preferences} onSave={save} />
      <div>
        <Button onClick={setup.takeAllUsual}>All usual keys</Button>
      </div>
    </div>
  );
}

/** Every action with this person's keys. They can be changed here, by the keyboard alone. */
export function KeySheet({ overlay }: { overlay: Overlay }) {
  return (
    <Dialog
      isOpen={overlay.shown === 'keys'}
      onOpenChange={(isOpen) => {
        if (!isOpen) overlay.close();
      }}
      onClosed={overlay.onClosed}
      title="Keys"
      description="They work while you type. Each can be changed, or switched off."
      isWide
    >
      <KeyList />
    </Dialog>
  );
}
