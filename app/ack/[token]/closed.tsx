import { CircleCheck, CircleX } from 'lucide-react';
import type { AcknowledgePage } from '@/http/acknowledge-page';
import { Time } from '@/ui/time';
import { CallTheOperator } from './call-the-operator';
import { ReportFields, type ReportFieldsProps } from './report-fields';

type ClosedFacts = Extract<AcknowledgePage, { kind: 'acknowledged' | 'partly' | 'declined' | 'closed' }>;

export type ClosedProps = {
  token: string;
  page: ClosedFacts;
  /** What the last report came to. */
  outcome?: ReportFieldsProps['outcome'];
};

/** Nothing is asked of this person any more but how it stands: says what happened, by whom and when. */
export function Closed({ token, page, outcome = null }: ClosedProps) {
  return (
    <>
      {page.kind === 'acknowledged' ? (
        <div role="status" className="flex flex-col gap-2 rounded-md bg-fine-soft p-4 text-fine">
          <CircleCheck aria-hidden className="size-8" />
          <h1 className="text-2xl leading-8 font-semibold">Acknowledged by {page.byName}</h1>
          <p className="text-ink">
            For {page.clientName}, at <Time at={page.at} zone={page.timeZone} />.{' '}
            {page.report ? 'Nobody else will be told.' : 'It is settled.'} Thank you.
          </p>
        </div>
      ) : page.kind === 'partly' ? (
        <div role="status" className="flex flex-col gap-2 rounded-md bg-fine-soft p-4 text-fine">
          <CircleCheck aria-hidden className="size-8" />
          <h1 className="text-2xl leading-8 font-semibold">You have acknowledged</h1>
          <p className="text-ink">
            For {page.clientName}, at <Time at={page.at} zone={page.timeZone} />. Everybody of this step is
            asked, so the others still are. Nothing more is sent to you about it. Thank you.
          </p>
        </div>
      ) : (
        <div role="status" className="flex flex-col gap-2 rounded-md bg-sunken p-4">
          <h1 className="text-2xl leading-8 font-semibold">
            {page.kind === 'declined' ? 'You have passed this on' : 'This is closed'}
          </h1>
          <p>{page.words}</p>
          {page.kind === 'declined' ? (
            <p>
              <a
                href={`/ack/${encodeURIComponent(token)}`}
                className="font-medium text-accent underline underline-offset-2"
              >
                I can take it after all
              </a>
            </p>
          ) : null}
        </div>
      )}
      {page.kind === 'acknowledged' && page.report ? (
        <form method="post" action={`/ack/${encodeURIComponent(token)}`}>
          <ReportFields report={page.report} zone={page.timeZone} outcome={outcome} />
        </form>
      ) : null}
      <p className="text-ink-soft">{page.organizationName}</p>
      <CallTheOperator number={page.operatorPhone} />
    </>
  );
}

export function Invalid({ words }: { words: string }) {
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md bg-sunken p-4">
      <CircleX aria-hidden className="size-8 text-ink-soft" />
      <h1 className="text-2xl leading-8 font-semibold">This link does not work</h1>
      <p>{words}</p>
    </div>
  );
}
