import Link from 'next/link';
import type { ReactNode } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import { dispositionWords, readBackWords } from '@/domain/calls/outcome-words';
import { Phone } from '@/ui/phone';
import { Elapsed, Time } from '@/ui/time';
import { moodWords, routeWords } from '../../../desk/call-words';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === '') return null;
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 border-b border-line py-1.5">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function moods({ moodAtStart, mood }: CallCard): string | null {
  if (!mood) return null;
  return moodAtStart && moodAtStart !== mood
    ? `${moodWords[moodAtStart]}, later ${moodWords[mood]}`
    : moodWords[mood];
}

/** Times, triage and outcome of a call, and what the briefing asked for. */
export function CallFacts({ call, briefing }: { call: CallCard; briefing: LiveBriefing | null }) {
  const zone = call.clientTimeZone;
  const at = (instant: Date | null) => (instant ? <Time at={instant} zone={zone} /> : null);
  const labels = new Map(briefing?.content.intake.map(({ id, label }) => [id, label]));
  const { answeredAt, endedAt, closedAt, abandonedAt } = call;
  return (
    <dl className="border-t border-line">
      {call.channel === 'email' ? null : (
        <Fact name="Dialled">
          <Phone number={call.dnis} />
          {call.didLabel ? `, ${call.didLabel}` : null}
        </Fact>
      )}
      <Fact name="Came as">
        {call.channel === 'email' ? 'E-mail, entered by hand' : routeWords[call.routeReason]}
      </Fact>
      <Fact name={call.channel === 'email' ? 'Entered' : 'Rang'}>{at(call.ringAt)}</Fact>
      <Fact name="Answered">{call.channel === 'email' ? null : at(answeredAt)}</Fact>
      <Fact name="By">{call.answeredByName}</Fact>
      <Fact name="Waited">{answeredAt ? <Elapsed since={call.ringAt} until={answeredAt} /> : null}</Fact>
      <Fact name="Caller gave up">{at(abandonedAt)}</Fact>
      <Fact name="Ended">{at(endedAt)}</Fact>
      <Fact name="Talked">{answeredAt ? <Elapsed since={answeredAt} until={endedAt} /> : null}</Fact>
      <Fact name="Wrapped up">{at(closedAt)}</Fact>
      <Fact name="Mood">{moods(call)}</Fact>
      <Fact name="Wants">{call.requestedSolution}</Fact>
      {Object.entries(call.intake).map(([key, answer]) => (
        <Fact key={key} name={labels.get(key) ?? key}>
          {answer}
        </Fact>
      ))}
      <Fact name="Read back">{call.readBack ? readBackWords(call.readBack) : null}</Fact>
      <Fact name="Ended as">{call.disposition ? dispositionWords(call.disposition).words : null}</Fact>
      <Fact name="Briefing">
        {briefing ? (
          <Link
            href={`/manage/briefings/${briefing.briefingId}`}
            className="text-accent underline underline-offset-2"
          >
            {briefing.content.headline} (version {briefing.version})
          </Link>
        ) : (
          'None was in force'
        )}
      </Fact>
      <Fact name="Earlier calls">
        {call.earlierCalls > 0 ? `${call.earlierCalls} from this number in the 24 hours before` : null}
      </Fact>
    </dl>
  );
}
