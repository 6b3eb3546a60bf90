'use client';

import { useSearchParams } from 'next/navigation';

/** The filters of a list, carried by the URL so that a view can be kept, shared and gone back to. */
export function useFilters<Name extends string>(...names: readonly Name[]) {
  const params = useSearchParams();
  const filters = new Map(names.map((name): [Name, string | null] => [name, params.get(name)]));
  return {
    get: (name: Name): string | null => filters.get(name) ?? null,
    isAny: [...filters.values()].some((value) => value !== null && value !== ''),
    /** An empty text or null takes the filter off. */
    set: (name: Name, value: string | null): void => {
      const next = new URLSearchParams(params);
      if (value) next.set(name, value);
      else next.delete(name);
      window.history.replaceState(null, '', next.size > 0 ? `?${next}` : window.location.pathname);
    },
    clear: (): void => window.history.replaceState(null, '', window.location.pathname),
  };
}
