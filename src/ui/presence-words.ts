import type { WallOperator } from '@/domain/reports/model';

export type DeskStatusKind = WallOperator['state'];

export const statusWords: Readonly<Record<DeskStatusKind, string>> = {
  available: 'Available',
  on_call: 'On call',
  wrap_up: 'Wrap-up',
  break: 'Break',
  preparing: 'Preparing',
};

const reasonWords: Readonly<Record<string, string>> = {
  pause: 'short pause',
  meal: 'meal',
  coaching: 'coaching',
  administration: 'paperwork',
  technical: 'technical trouble',
};

/** Why somebody is on a break, in words. */
export function breakWords(reason: string): string {
  return reasonWords[reason] ?? reason;
}

/** "Break: meal"; any other state is its own word. */
export function presenceWords({ kind, reason }: { kind: DeskStatusKind; reason: string }): string {
  return kind === 'break' && reason !== ''
    ? `${statusWords.break}: ${breakWords(reason)}`
    : statusWords[kind];
}
