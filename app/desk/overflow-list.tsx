'use client';

import { useDesk, useDeskNow } from './desk-context';
import { overflowWindows } from './desk-selectors';
import { OverflowWords } from './overflow-words';

/** Whose calls all come here now, and whose will; a window that is over leaves by itself. */
export function OverflowList() {
  const { state } = useDesk();
  const { open, coming } = overflowWindows(state, useDeskNow());
  if (open.length === 0 && coming.length === 0) return null;
  return (
    <section aria-label="Overflow">
      <h2 className="mb-2 text-base font-semibold">Overflow</h2>
      <ul className="border-t border-line">
        {open.map((window) => (
          <li key={window.id} className="border-b border-line px-1 py-2">
            <OverflowWords window={window} />
          </li>
        ))}
        {coming.map((window) => (
          <li key={window.id} className="border-b border-line px-1 py-2">
            <OverflowWords window={window} isComing />
          </li>
        ))}
      </ul>
    </section>
  );
}
