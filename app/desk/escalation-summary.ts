import type { BriefingContent } from '@/domain/briefings/model';
import type { CallChannel } from '@/domain/calls/model';
import type { ShownFields } from './use-call-fields';

type Source = {
  content: Pick<BriefingContent, 'headline'> | null;
  fields: Pick<ShownFields, 'mood' | 'issue' | 'requestedSolution'>;
  notes: readonly { readonly text: string }[];
  channel?: CallChannel;
};

/**
 * The message as first proposed. The caller's name and number are left out: whoever holds the link can read the
 * message, and those two stand in the call's log behind the sign-in.
 */
export function escalationSummary({ content, fields, notes, channel = 'phone' }: Source): string {
  const mood = fields.mood !== null && fields.mood !== 'calm' ? `${fields.mood} ` : '';
  const article = /^[aeu]/.test(mood) ? 'An' : 'A';
  const about = content?.headline ? ` about “${content.headline}”` : '';
  const issue = fields.issue.trim().replace(/[.!]+$/, '');
  const wish = fields.requestedSolution.trim().replace(/[.!]+$/, '');
  const lines = [
    `${article} ${mood}caller ${channel === 'email' ? 'wrote' : 'rang'}${about}.`,
    issue === '' ? '' : `What happened: ${issue}.`,
    ...notes.map((note) => `- ${note.text}`),
    wish === '' ? '' : `What would solve it: ${wish}.`,
  ];
  return lines.filter(Boolean).join('\n').slice(0, 2_000);
}
