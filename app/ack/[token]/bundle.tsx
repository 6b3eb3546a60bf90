import { BellRing, CircleCheck, CircleMinus, type LucideIcon } from 'lucide-react';
import type { AcknowledgePage } from '@/http/acknowledge-page';
import { buttonClasses } from '@/ui/button';
import { Time } from '@/ui/time';
import { UrgencyChip } from '@/ui/urgency-chip';
import { CallTheOperator } from './call-the-operator';
import { ReportFields, type ReportFieldsProps } from './report-fields';

type BundleFacts = Extract<AcknowledgePage, { kind: 'bundle' }>;
type BundleRow = BundleFacts['rows'][number];

const marks: Record<BundleRow['kind'], { icon: LucideIcon; colour: string }> = {
  open: { icon: BellRing, colour: 'text-high' },
  acknowledged: { icon: CircleCheck, colour: 'text-fine' },
  partly: { icon: CircleCheck, colour: 'text-fine' },
  closed: { icon: CircleMinus, colour: 'text-ink-soft' },
};

function Standing({ row }: { row: BundleRow }) {
  switch (row.kind) {
    case 'open':
      return (
        <>
          Waits since <Time at={row.asked.startedAt} zone={row.asked.timeZone} />
          {row.asked.begunAgainAt ? (
            <>
              ; begun again <Time at={row.asked.begunAgainAt} zone={row.asked.timeZone} />
            </>
          ) : null}
        </>
      );
    case 'acknowledged':
      return (
        <>
          Acknowledged by {row.byName}, <Time at={row.at} zone={row.timeZone} />
        </>
      );
    case 'partly':
      return (
        <>
          You acknowledged, <Time at={row.at} zone={row.timeZone} />; the others are still asked
        </>
      );
    case 'closed':
      return <>{row.words}</>;
  }
}

export type BundleProps = {
  token: string;
  page: BundleFacts;
  /** What the last report came to. */
  outcome?: ReportFieldsProps['outcome'];
};

/** Many at once, in one message: each with its state, answered together or one by one; a plain form. */
export function Bundle({ token, page, outcome = null }: BundleProps) {
  const { count, openCount, rows, present, recipientName, hasDeclined } = page;
  const more = count - rows.length;
  return (
    <form method="post" action={`/ack/${encodeURIComponent(token)}`} className="flex flex-col gap-4">
      {present.map(({ escalationId, cycle }) => (
        <input key={escalationId} type="hidden" name="present" value={`${escalationId}:${cycle}`} />
      ))}
      <header className="flex flex-col gap-2">
        <p className="text-ink-soft">
          {page.organizationName} has told you of {count} matters
        </p>
        <h1 className="text-[28px] leading-8 font-semibold text-balance">
          {openCount === 0
            ? 'Nothing waits for you any more'
            : openCount === 1
              ? '1 of them waits for somebody'
              : `${openCount} of them wait for somebody`}
        </h1>
        {hasDeclined && openCount > 0 ? (
          <p role="status">Thank you for saying so. The next people are being told.</p>
        ) : null}
      </header>
      {outcome ? (
        <p role="status" className="font-medium">
          {outcome === 'reported' ? 'Thank you, your report is noted.' : 'Say in a sentence how it stands.'}
        </p>
      ) : null}
      {openCount > 0 ? (
        <div className="flex flex-col gap-3">
          <p>
            {recipientName}, can you take {openCount === 1 ? 'it' : 'them'}? Acknowledging stops all further
            messages.
          </p>
          <button name="action" value="acknowledge" className={buttonClasses('primary', 'phone')}>
            {openCount === 1 ? 'Acknowledge' : `Acknowledge all ${openCount}`}
          </button>
          <button name="action" value="decline" className={buttonClasses('secondary', 'phone')}>
            {openCount === 1 ? 'I can’t' : 'I can’t take any'}
          </button>
        </div>
      ) : null}
      <ul className="flex flex-col gap-3">
        {rows.map((row) => {
          const { icon: Icon, colour } = marks[row.kind];
          return (
            <li
              key={row.escalationId}
              className="flex flex-col gap-1.5 rounded-md border border-line bg-raised p-3"
            >
              <p className="flex flex-wrap items-center gap-2">
                <UrgencyChip urgency={row.urgency} />
                <span className="font-semibold">{row.clientName}</span>
              </p>
              <p className="line-clamp-4 whitespace-pre-line">{row.summary}</p>
              <p className={`text-[13px] ${colour}`}>
                <Icon aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
                <Standing row={row} />
              </p>
              {row.kind === 'acknowledged' && row.report ? (
                <details className="mt-1">
                  <summary className="font-medium text-accent underline underline-offset-2">
                    Report back about this one
                  </summary>
                  <div className="mt-2">
                    <ReportFields
                      report={row.report}
                      zone={row.timeZone}
                      outcome={outcome === 'reported' ? 'reported' : null}
                      about={row.clientName}
                    />
                  </div>
                </details>
              ) : null}
              {row.kind === 'open' && openCount > 1 ? (
                <button
                  name="action"
                  value={`acknowledge:${row.escalationId}`}
                  aria-label={`Acknowledge this one: ${row.clientName}, ${row.summary.slice(0, 60)}`}
                  className={buttonClasses('secondary', 'call')}
                >
                  Acknowledge this one
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {more > 0 ? <p className="font-medium">and {more} more</p> : null}
      <CallTheOperator number={page.operatorPhone} />
    </form>
  );
}
