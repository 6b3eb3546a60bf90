import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AcknowledgePage } from '@/http/acknowledge-page';
import { buttonClasses } from '@/ui/button';
import { Time } from '@/ui/time';

type Report = NonNullable<Extract<AcknowledgePage, { kind: 'acknowledged' }>['report']>;

export type ReportFieldsProps = {
  report: Report;
  zone: string;
  /** What the last press came to: kept, or without a word in it. */
  outcome: 'reported' | 'nowords' | null;
  /** Among others on the page, each names itself. */
  about?: string;
};

/** How it stands, in a sentence, and whether it is settled: fields of the form around them, so that they need no script. */
export function ReportFields({ report, zone, outcome, about }: ReportFieldsProps) {
  const { escalationId, dueAt, isOverdue, said } = report;
  const name = `words:${escalationId}`;
  const problem =
    outcome === 'nowords' ? 'Say in a sentence how it stands, in at most 2,000 characters.' : null;
  const which = about === undefined ? '' : `: ${about}`;
  return (
    <section aria-label={`Report back${which}`} className="flex flex-col gap-3">
      {said ? (
        <div
          role={outcome === 'reported' ? 'status' : undefined}
          className="flex flex-col gap-1 rounded-md border border-line bg-raised p-3"
        >
          <p className="text-fine">
            <CircleCheck aria-hidden className="mr-1 inline size-4 align-[-2px]" />
            {said.byName} reported, <Time at={said.at} zone={zone} />
          </p>
          <p className="whitespace-pre-line">{said.words}</p>
        </div>
      ) : null}
      {dueAt ? (
        <p className={isOverdue ? 'font-medium text-critical' : ''}>
          {isOverdue ? <TriangleAlert aria-hidden className="mr-1 inline size-4 align-[-2px]" /> : null}
          {isOverdue ? 'Your report was due by ' : 'Please say how it stands by '}
          <Time at={dueAt} zone={zone} />.
        </p>
      ) : null}
      <div className="flex flex-col gap-1">
        <label htmlFor={name} className="font-medium">
          {said ? 'What is new?' : 'How does it stand?'}
        </label>
        {problem ? (
          <p id={`${name}-error`} role="alert" className="font-medium text-critical">
            {problem}
          </p>
        ) : null}
        <textarea
          id={name}
          name={name}
          rows={3}
          maxLength={2_000}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${name}-error` : undefined}
          className="w-full rounded-md border border-line-strong bg-surface px-2.5 py-2 text-base text-ink"
        />
      </div>
      <button name="action" value={`report:${escalationId}`} className={buttonClasses('primary', 'phone')}>
        Report back
      </button>
      <button name="action" value={`resolve:${escalationId}`} className={buttonClasses('secondary', 'phone')}>
        It is settled
      </button>
    </section>
  );
}
