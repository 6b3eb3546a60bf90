import type { ToldCount } from '@/domain/recalls/model';

/** "12 callers were told this (2 without a number)." */
export function toldWords({ callers, withoutNumber }: ToldCount): string {
  if (callers === 0) return 'No caller was told this yet.';
  const who = callers === 1 ? '1 caller was told this' : `${callers} callers were told this`;
  const without = withoutNumber === 0 ? '' : ` (${withoutNumber} without a number)`;
  return `${who}${without}.`;
}
