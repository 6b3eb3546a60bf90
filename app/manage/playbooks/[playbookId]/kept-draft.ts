import type { PlaybookDraft } from './playbook-draft';

/** What was typed and not saved, kept on this device. `version` is the one it was based on. */
export type KeptDraft = { version: number; draft: PlaybookDraft };

const keyOf = (playbookId: string) => `calmline.playbook.${playbookId}`;

/** The kept draft, or null where there is none that fits the form of today. */
export function readKeptDraft(playbookId: string, pattern: PlaybookDraft): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(playbookId)) ?? 'null') as KeptDraft | null;
    if (kept === null || typeof kept.version !== 'number') return null;
    const isLike = Object.entries(pattern).every(
      ([key, value]) => typeof (kept.draft as Record<string, unknown>)[key] === typeof value,
    );
    return isLike ? kept : null;
  } catch (error) {
    console.warn('The copy of this playbook on this device cannot be read.', error);
    return null;
  }
}

/** A full or blocked store must not stop anyone from typing. */
export function keepDraft(playbookId: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(playbookId));
    else localStorage.setItem(keyOf(playbookId), JSON.stringify(kept));
  } catch (error) {
    console.warn('This device keeps no copy of what is typed.', error);
  }
}
