'use client';

import type { BriefingContent } from '@/domain/briefings/model';
import type { CallCard, Note, ToldStatement } from '@/domain/calls/model';
import { logText } from '@/domain/messages/log-text';
import { CopyText } from './copy-text';
import { LogLines } from './log-lines';
import { useCallLog } from './use-call-log';

type CallPage = {
  call: CallCard;
  notes: readonly Note[];
  told: readonly ToldStatement[];
  briefing: { content: Pick<BriefingContent, 'intake'> } | null;
};

/** Who, what, told, promised, escalated, ended: a call in point form, and the whole log to copy. */
export function CallInShort({ page }: { page: CallPage }) {
  const { call, notes, told, briefing } = page;
  const shown = useCallLog(call.id, { call, notes, told, intake: briefing?.content.intake ?? [] });
  if (shown === null) return null;
  return (
    <div className="flex flex-col gap-3">
      <LogLines lines={shown.log.facts} />
      <CopyText text={logText(shown.log)} />
    </div>
  );
}
