'use client';

import { Ear, MessageCircle } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import type { PlaybookContent } from '@/domain/playbooks/model';
import { classNames } from '@/ui/class-names';
import { useNow } from '@/ui/now';
import { Elapsed } from '@/ui/time';
import { isListeningOver, spanWords } from './listening-time';
import { Prompts } from './prompts';

type ListeningStepProps = { call: CallCard; playbook: PlaybookContent };

/** How long the caller has been talking, in silence or with short sounds, and the line that is ready. */
export function ListeningStep({ call, playbook }: ListeningStepProps) {
  const now = useNow();
  // Nobody is on the line of a message: its cue says how to read it.
  if (call.channel === 'email') return null;
  const { listening, listeningSeconds, listeningLine, doorOpeners, cutInLine } = playbook;
  const since = call.answeredAt ?? call.ringAt;
  const until = call.endedAt ?? now;
  const isOver = isListeningOver(since, until, listeningSeconds);
  const Icon = isOver ? MessageCircle : Ear;
  return (
    <>
      <div
        className={classNames(
          'rounded-md px-3 py-1.5 ring-1 ring-inset',
          isOver ? 'bg-high-soft ring-high' : 'bg-sunken ring-line',
        )}
      >
        <p
          className={classNames(
            'flex items-center gap-1.5 text-[13px]',
            isOver ? 'text-high' : 'text-ink-soft',
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0" strokeWidth={2.25} />
          <span className="font-semibold">{isOver ? 'Time to speak. Say now:' : 'When asked, say:'}</span>
          <span className="ml-auto whitespace-nowrap tabular-nums">
            <Elapsed since={since} until={call.endedAt} />
            {listeningSeconds === null ? null : ` of ${spanWords(listeningSeconds)}`}
          </span>
        </p>
        <p className="read-aloud">{listeningLine === '' ? 'I am listening.' : `“${listeningLine}”`}</p>
        <p role="status" className="sr-only">
          {isOver ? `The time for listening is over. Say now: ${listeningLine}` : ''}
        </p>
      </div>
      {listening === 'silence' ? (
        <p className="text-[13px] text-ink-soft">In silence: no sound from you, not even “yes”.</p>
      ) : (
        <Prompts label="Short sounds and door openers" prompts={doorOpeners} look="chips" />
      )}
      {cutInLine === '' ? null : <Prompts label="To cut in gently" prompts={[cutInLine]} look="lines" />}
    </>
  );
}
