import type { readAcknowledgePage } from '@/http/acknowledge-page';
import { buttonClasses } from '@/ui/button';
import { Time } from '@/ui/time';
import { UrgencyChip } from '@/ui/urgency-chip';
import { CallTheOperator } from './call-the-operator';

export type AcknowledgePageFacts = Awaited<ReturnType<typeof readAcknowledgePage>>;
type OpenFacts = Extract<AcknowledgePageFacts, { kind: 'open' }>;

/** The question and its three answers: a plain form, so that it works without JavaScript. */
export function OpenEscalation({ token, page }: { token: string; page: OpenFacts }) {
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
      <section aria-label="What it is about" className="rounded-md border border-line bg-raised p-4">
        <p className="text-lg leading-7 whitespace-pre-line">{page.summary}</p>
      </section>
      <form method="post" action={`/ack/${encodeURIComponent(token)}`} className="flex flex-col gap-3">
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
