import type { Colleague } from '@/domain/calls/model';
import { languageWords } from '@/ui/briefing-words';
import type { DeskStatusKind } from '@/ui/presence-words';

/** What a colleague does: a call in hand says more than what was chosen. */
export function colleagueStatus({ inHand, state }: Colleague): DeskStatusKind {
  if (inHand === 'live') return 'on_call';
  return inHand === 'wrap_up' ? 'wrap_up' : state;
}

const order: Readonly<Record<DeskStatusKind, number>> = {
  available: 0,
  wrap_up: 1,
  preparing: 2,
  on_call: 3,
  break: 4,
};

/** A language by its English name, where it is one of those that briefings come in. */
export function languageName(tag: string): string {
  return Object.entries(languageWords).find(([known]) => known === tag)?.[1] ?? tag;
}

/** Those who could take a call, who is free first; `typed` is a part of a name or of a language. */
export function colleaguesToAsk(
  colleagues: readonly Colleague[],
  holderId: string | null,
  typed: string,
): Colleague[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return colleagues
    .filter(({ membershipId, name, languages }) => {
      const words = [name, ...languages, ...languages.map(languageName)].join(' ').toLocaleLowerCase();
      return membershipId !== holderId && words.includes(wanted);
    })
    .sort(
      (a, b) => order[colleagueStatus(a)] - order[colleagueStatus(b)] || a.name.localeCompare(b.name, 'en'),
    );
}
