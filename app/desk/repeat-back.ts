import type { CallChannel } from '@/domain/calls/model';

/** The matter as heard, said back: "So what happened is: the payslips are wrong." */
export function repeatBack(issue: string, channel: CallChannel): string {
  const line = issue.trim().replace(/\s+/g, ' ');
  const start = channel === 'email' ? 'As I understand it: ' : 'So what happened is: ';
  if (line === '') return `${start}…`;
  return start + (/[.!?…]$/.test(line) ? line : `${line}.`);
}
