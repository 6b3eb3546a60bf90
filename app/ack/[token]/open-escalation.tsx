import { RotateCcw } from 'lucide-react';
import type { AcknowledgePage } from '@/http/acknowledge-page';
import { buttonClasses } from '@/ui/button';
import { Time } from '@/ui/time';
import { UrgencyChip } from '@/ui/urgency-chip';
import { CallTheOperator } from './call-the-operator';
import { Promised } from './promised';

type OpenFacts = Extract<AcknowledgePage, { kind: 'open' }>;

type OpenEscalationProps = {
  token: string;
  page: OpenFacts;
  /** The last answer was to an earlier round, and changed nothing. */
  wasStale: boolean;
};

/** The question and its three answers: a plain form, so that it works without JavaScript. */
export function OpenEscalation({ token, page, wasStale }: OpenEscalationProps) {
  return (
    <>
      <header className="flex flex-col gap-2">
        <p className="text-ink-soft">{page.organizationName} answers the phone for</p>
        <h1 className="text-[28px] leading-8 font-semibold text-balance">{page.clientName}</h1>
        <p className="flex flex-wrap items-center gap-2">
          <UrgencyChip urgency={page.urgency} />
          <span className="text-ink-soft">
            Since <Time at={page.startedAt} zone={page.timeZone} />
          </span>
        </p>
      </header>
      {page.begunAgainAt ? (
        <p role="status" className="flex gap-2 rounded-md bg-high-soft p-3 text-high">
          <RotateCcw aria-hidden className="mt-0.5 size-5 shrink-0" />
          <span>
            Begun again at <Time at={page.begunAgainAt} zone={page.timeZone} />: somebody had it, and it was
            not resolved in time.{' '}
            {wasStale ? 'Your answer came to the earlier round and changed nothing. ' : null}
            Answer here to take it now.
          </span>
        </p>
      ) : null}
      <section aria-label="What it is about" className="rounded-md border border-line bg-raised p-4">
        <p className="text-lg leading-7 whitespace-pre-line">{page.summary}</p>
      </section>
      <Promised promises={page.promises} zone={page.timeZone} />
      <form method="post" action={`/ack/${encodeURIComponent(token)}`} className="flex flex-col gap-3">
        <input type="hidden" name="cycle" value={page.cycle} />
        <p>
          {page.recipientName}, can you take this? Acknowledging stops all further messages. If you cannot,
          the next person is told at once.
        </p>
        <button name="action" value="acknowledge" className={buttonClasses('primary', 'phone')}>
          Acknowledge
        </button>
        <button name="action" value="decline" className={buttonClasses('secondary', 'phone')}>
          I can’t
        </button>
        <CallTheOperator number={page.operatorPhone} />
      </form>
    </>
  );
}
