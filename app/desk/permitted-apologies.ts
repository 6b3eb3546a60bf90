import type { BriefingContent } from '@/domain/briefings/model';
import type { ApologyKind } from '@/domain/playbooks/model';

/** What the client lets operators use; without a briefing only what takes no blame. */
export function permittedApologies(
  content: Pick<BriefingContent, 'apologies'> | null,
): readonly ApologyKind[] {
  return content === null ? ['blameless'] : content.apologies;
}
