'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { SearchHit } from '@/domain/calls/model';
import { useSettled } from '../manage/use-settled';
import { useDesk } from './desk-context';

const SHORTEST = 2;

type PaletteSearch = {
  hits: readonly SearchHit[];
  /** `idle`: too little was typed to ask the server. */
  state: 'idle' | 'searching' | 'done' | 'offline' | 'failed';
  /** Why it failed; '' otherwise. */
  words: string;
};

/** What the server knows beyond this desk, asked once the typing rests for a moment. */
export function usePaletteSearch(query: string): PaletteSearch {
  const { connection } = useDesk();
  const api = useTRPC();
  const asked = query.trim();
  const settled = useSettled(asked, 150);
  const isAsked = settled.length >= SHORTEST && connection !== 'offline';
  const found = useQuery({
    ...api.search.find.queryOptions({ q: settled }),
    enabled: isAsked,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const failure = found.isError ? errorWords(found.error) : null;
  const none = { hits: [], words: '' };
  if (asked.length < SHORTEST) return { ...none, state: 'idle' };
  if (connection === 'offline' || (failure !== null && failure.code === null)) {
    return { ...none, state: 'offline' };
  }
  if (failure !== null) return { ...none, state: 'failed', words: failure.words };
  const isSearching = settled !== asked || found.isFetching;
  return { hits: found.data ?? [], words: '', state: isSearching ? 'searching' : 'done' };
}
