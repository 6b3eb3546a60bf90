import type { PlaybookContent } from '@/domain/playbooks/model';
import { listeningWords, promiseStyleWords, resolutionWords } from '@/ui/playbook-words';

/** How this method settles what methods disagree about, at a glance. */
export function playbookSettingWords({
  listening,
  promise,
  resolution,
}: Pick<PlaybookContent, 'listening' | 'promise' | 'resolution'>): string {
  return [listeningWords[listening], promiseStyleWords[promise], resolutionWords[resolution]]
    .map(({ words }) => words)
    .join(' · ');
}
