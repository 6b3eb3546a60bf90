'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, type Dispatch } from 'react';
import { useTRPC } from '@/api/client';
import { mostOpenCallbacks, type Callback, type CallbackSide } from '@/domain/promises/model';
import type { LiveEvent } from '@/ui/live-event';
import { isRunningOut } from './callback-selectors';
import { openCallbacks } from './desk-selectors';
import type { DeskAction } from './desk-reducer';
import type { DeskState } from './desk-state';

const RETRY_MS = 5_000;
/** Many desks hear of a recall at the same instant: they ask one after the other. */
const SPREAD_MS = 2_000;
const PAGE = 100;

/**
 * Reads the open callbacks anew: when many changed at once, when the words to say in them changed, and when those at
 * hand run out while there are more.
 * One reading at a time; what is asked for during it is read once more.
 * @returns hears what happens
 */
export function useCallbackList(
  state: DeskState,
  dispatch: Dispatch<DeskAction>,
): { hear: (event: LiveEvent) => void } {
  const api = useTRPC();
  const queries = useQueryClient();
  const isReading = useRef(false);
  const asked = useRef(0);
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  const spread = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was heard while the list was being read: it may not know it yet. */
  const meanwhile = useRef<Callback[]>([]);
  /** Recalls, questions and briefings whose callbacks changed. */
  const causes = useRef(new Set<string>());

  const readPages = async (side: CallbackSide): Promise<Callback[]> => {
    const found: Callback[] = [];
    let cursor: string | null = null;
    do {
      const input = { state: 'open' as const, side, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
      const page: { items: Callback[]; nextCursor: string | null } = await queries.fetchQuery({
        ...api.callbacks.list.queryOptions(input),
        staleTime: 0,
      });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && found.length < mostOpenCallbacks[side]);
    return found;
  };

  const read = async (): Promise<void> => {
    asked.current += 1;
    if (isReading.current) return;
    clearTimeout(retry.current);
    causes.current.clear();
    isReading.current = true;
    try {
      let answered: number;
      do {
        answered = asked.current;
        meanwhile.current = [];
        const callbacks = [...(await readPages('service')), ...(await readPages('client'))];
        dispatch({ type: 'callbacks', callbacks: [...callbacks, ...meanwhile.current] });
      } while (answered !== asked.current);
    } catch {
      retry.current = setTimeout(() => void read(), RETRY_MS);
    } finally {
      isReading.current = false;
    }
  };

  const isEnough = !isRunningOut(state);
  const readMore = useEffectEvent(() => void read());
  useEffect(() => {
    if (!isEnough) readMore();
  }, [isEnough]);
  useEffect(
    () => () => {
      clearTimeout(retry.current);
      clearTimeout(spread.current);
    },
    [],
  );

  const readSoon = (causeId: string) => {
    causes.current.add(causeId);
    clearTimeout(spread.current);
    spread.current = setTimeout(
      () => {
        if (causes.current.size > 0) void read();
      },
      SPREAD_MS * (0.25 + Math.random()),
    );
  };

  const hear = (event: LiveEvent) => {
    if (event.type === 'callbacks.changed') readSoon(event.causeId);
    if (event.type === 'callback.changed') {
      if (isReading.current) meanwhile.current.push(event.callback);
      // The end of a single callback is told by an event of its own, which says everything.
      if (event.callback.state !== 'open') causes.current.delete(event.callback.causeId);
    }
    // The words to say now are those of the briefing: approved, corrected or taken back meanwhile.
    const changed = changedBriefing(event);
    if (changed !== null && openCallbacks(state).some(({ briefingId }) => briefingId === changed)) {
      readSoon(changed);
    }
  };
  return { hear };
}

function changedBriefing(event: LiveEvent): string | null {
  if (event.type === 'briefing.published') return event.briefing.briefingId;
  return event.type === 'briefing.withdrawn' ? event.briefingId : null;
}
