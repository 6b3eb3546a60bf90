'use client';

import { useSearchParams } from 'next/navigation';

/** The filters of a list, carried by the URL so that a view can be kept, shared and gone back to. */
export function useFilters<Name extends string>(...names: readonly Name[]) {
  const params = useSearchParams();
  const filters = new Map(names.map((name): [Name, string | null] => [name, params.get(name)]));
  const change = (changes: Partial<Record<Name, string | null>>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    window.history.replaceState(null, '', next.size > 0 ? `?${next}` : window.location.pathname);
  };
  return {
    get: (name: Name): string | null => filters.get(name) ?? null,
    isAny: [...filters.values()].some((value) => value !== null && value !== ''),
    /** An empty text or null takes the filter off. */
    set: (name: Name, value: string | null): void => change({ [name]: value } as Record<Name, string | null>),
    /** Several at once; those that are not named stay. */
    change,
    clear: (): void => window.history.replaceState(null, '', window.location.pathname),
  };
}
