import { useState } from 'react';
import type { EvidenceKind, PromiseCard } from '@/domain/promises/model';
import type { PromiseDeed } from './promise-offers';

/** What was written about one deed and not sent. `what` null: as it was promised. */
export type DeedDraft = { words: string; dueAt: string | null; what: string | null; shownBy: EvidenceKind };

const blank: DeedDraft = { words: '', dueAt: null, what: null, shownBy: 'note' };

/** Closing a dialog, or a call that rings meanwhile, loses nothing for as long as this page is open. */
const kept = new Map<string, DeedDraft>();

export function useDeedDraft({ id }: Pick<PromiseCard, 'id'>, deed: PromiseDeed) {
  const name = `${deed} ${id}`;
  const [draft, setDraft] = useState(() => kept.get(name) ?? blank);
  const change = (part: Partial<DeedDraft>) => {
    const next = { ...draft, ...part };
    kept.set(name, next);
    setDraft(next);
  };
  return { draft, change, forget: () => kept.delete(name) };
}
