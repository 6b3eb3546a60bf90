import type { PlaybookContent } from '@/domain/playbooks/model';

/** How this method settles what methods disagree about, at a glance. */
export function playbookSettingWords({
  listening,
  promise,
  resolution,
}: Pick<PlaybookContent, 'listening' | 'promise' | 'resolution'>): string {
  return [
    listening === 'silence' ? 'Listen in silence' : 'Listen with short sounds',
    promise === 'will' ? 'say “we will”' : 'say “we will try”',
    resolution === 'solve_now' ? 'settle it now' : 'gather and call back',
  ].join(' · ');
}
