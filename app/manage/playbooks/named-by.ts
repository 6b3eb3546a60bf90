import type { PlaybookSummary } from '@/domain/playbooks/model';

type Uses = Pick<PlaybookSummary, 'isDefault' | 'clientCount' | 'callTypeCount'>;

/** Who names a playbook, in a few words; nobody: ''. */
export function namedByWords({ isDefault, clientCount, callTypeCount }: Uses): string {
  return [
    isDefault ? 'your service' : '',
    clientCount === 1 ? '1 client' : clientCount > 1 ? `${clientCount} clients` : '',
    callTypeCount === 1 ? '1 call type' : callTypeCount > 1 ? `${callTypeCount} call types` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
