'use client';

import { useMemo } from 'react';
import type { HomeLine } from '@/domain/reports/home-line';
import { HomeList } from '@/ui/home-list';
import { useHome } from '@/ui/use-home';
import { useDesk } from './desk-context';

/** What needs this operator before the next ring. The lists below hold the work itself; without a connection they go on. */
export function HomeNow() {
  const { state, open } = useDesk();
  const { promises, callbacks, escalations, published, readings } = state;
  // Not of the whole state: calls and presences of everybody change all the time.
  const happened = useMemo(
    () => ({ promises, callbacks, escalations, published, readings }),
    [promises, callbacks, escalations, published, readings],
  );
  const { data: home } = useHome(happened);
  if (!home || home.lines.length === 0) return null;
  const openHere = ({ href, kind }: HomeLine): boolean => {
    if (kind === 'briefing_to_read') {
      document.querySelector<HTMLElement>('[aria-label="Briefings to confirm"] button')?.focus();
      return true;
    }
    const asked = new URL(href, 'https://desk').searchParams;
    const [call, callback] = [asked.get('call'), asked.get('callback')];
    if (call !== null) open({ kind: 'call', id: call });
    else if (callback !== null) open({ kind: 'callback', id: callback });
    return call !== null || callback !== null;
  };
  return (
    <section aria-label="What needs you now" className="rounded-md border border-line p-4">
      <h2 className="mb-3 text-lg font-semibold">What needs you now</h2>
      <HomeList home={home} isClientNamed level={3} onOpen={openHere} empty={null} />
    </section>
  );
}
