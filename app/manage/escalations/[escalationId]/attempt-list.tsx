import type { AttemptCard } from '@/domain/notifications/model';
import { channelWords } from '@/ui/channel-words';
import { Time } from '@/ui/time';

const stateWords: Record<AttemptCard['state'], string> = {
  sending: 'handed over, no answer yet',
  sent: 'taken',
  failed_temporary: 'failed for now',
  failed_permanent: 'failed',
  unknown: 'nobody knows whether it was taken',
};

const reportWords: Record<NonNullable<AttemptCard['report']>, string> = {
  delivered: 'reported as delivered',
  failed: 'reported as not delivered',
  failed_final: 'reported as undeliverable',
};

/** "0.4 s": how long the provider took to answer. */
const tookWords = (from: Date, to: Date) => `${((to.getTime() - from.getTime()) / 1_000).toFixed(1)} s`;

/** Every hand-over to a provider, one a line, and what came back. */
export function AttemptList({ attempts, zone }: { attempts: readonly AttemptCard[]; zone: string | null }) {
  return (
    <section aria-labelledby="attempts" className="flex min-w-0 flex-col gap-2">
      <h2 id="attempts" className="text-base font-semibold">
        Attempts
      </h2>
      <ol className="border-t border-line">
        {attempts.map((attempt) => {
          const { state, finishedAt, failure, report, reportedAt } = attempt;
          return (
            <li key={attempt.id} className="border-b border-line py-2">
              <p>
                <span className="font-medium">{attempt.recipientName}</span>{' '}
                <span className="text-ink-soft">
                  {channelWords[attempt.channel]}, attempt {attempt.number}:
                </span>{' '}
                <span className={state.startsWith('failed') ? 'text-critical' : ''}>{stateWords[state]}</span>
                {failure ? `: ${failure}` : ''}
              </p>
              <p className="text-[13px] text-ink-soft">
                <Time at={attempt.startedAt} zone={zone} />
                {finishedAt ? `, answered after ${tookWords(attempt.startedAt, finishedAt)}` : ''}
                {report && reportedAt ? (
                  <>
                    ; {reportWords[report]} <Time at={reportedAt} zone={zone} />
                    {attempt.reportWords ? `: ${attempt.reportWords}` : ''}
                  </>
                ) : null}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
