import { useState } from 'react';

/**
 * What is ticked in a list, or all that match. It counts for one set of filters: with others, nothing is chosen.
 * @param filterKey the filters as text
 */
export function useChosen(filterKey: string) {
  const [state, setState] = useState({ filterKey, ids: new Set<string>(), isAll: false });
  const now = state.filterKey === filterKey ? state : { filterKey, ids: new Set<string>(), isAll: false };
  return {
    ids: now.ids,
    isAll: now.isAll,
    has: (id: string) => now.isAll || now.ids.has(id),
    /** Out of all that match, a single one cannot be taken: the choice begins anew with it. */
    toggle: (id: string) => {
      const ids = new Set(now.isAll ? [] : now.ids);
      if (!ids.delete(id)) ids.add(id);
      setState({ filterKey, ids, isAll: false });
    },
    chooseShown: (ids: readonly string[]) => setState({ filterKey, ids: new Set(ids), isAll: false }),
    chooseAll: () => setState({ filterKey, ids: new Set(), isAll: true }),
    clear: () => setState({ filterKey, ids: new Set(), isAll: false }),
  };
}
