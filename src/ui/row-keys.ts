'use client';

import type { KeyboardEvent } from 'react';

/**
 * J and K go to the next and the last row of a table while one of its rows has the focus; Enter opens the row, as the
 * link that it is. Nowhere else are letters commands.
 */
export function onRowKey(event: KeyboardEvent<HTMLElement>): void {
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const from = event.target instanceof HTMLElement ? event.target.closest('tbody tr') : null;
  if (from === null) return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')];
  const to = rows[rows.indexOf(from) + step];
  const link = to?.querySelector<HTMLElement>('a[href]');
  if (!link) return;
  event.preventDefault();
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
}
