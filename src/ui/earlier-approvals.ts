import type { Approval, BriefingContent, BriefingVersion } from '@/domain/briefings/model';
import { wordings } from '@/domain/briefings/wordings';

/**
 * Approvals that were given before for exactly the words of `content`, by wording key: a sentence that stands in a
 * published version letter by letter needs nobody's second look.
 * @param versions newest first
 */
export function earlierApprovals(
  content: BriefingContent,
  versions: readonly BriefingVersion[],
): Record<string, Approval> {
  const found: Record<string, Approval> = {};
  const wanted = new Map(wordings(content).map(({ key, text }) => [key, text]));
  for (const version of versions) {
    for (const { key, text } of wordings(version.content)) {
      const approval = version.approvals[key];
      if (approval === undefined || wanted.get(key) !== text) continue;
      if (found[key] === undefined || found[key].kind === 'emergency') found[key] = approval;
    }
  }
  return found;
}
