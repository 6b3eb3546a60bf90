'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { EscalationCard } from '@/domain/escalations/model';
import type { ReportRequest } from '@/domain/updates/model';
import { blankConsent, ConsentForm } from './consent-form';
import type { EscalationAction } from './escalation-offers';
import { LoadError, LoadingRows } from './list-states';
import { ReportForm } from './report-form';
import { Time } from './time';
import { UpdateLine } from './update-line';

function Standing({ report, zone }: { report: ReportRequest; zone: string | null }) {
  const { state, personName, dueAt, reminders } = report;
  const due = <Time at={dueAt} zone={zone} />;
  const reminded = reminders > 0 ? ' Reminded once.' : '';
  switch (state) {
    case 'open':
      return (
        <p>
          {personName} is asked to report back by {due}.{reminded}
        </p>
      );
    case 'overdue':
      return (
        <p className="font-medium text-critical">
          {personName} was asked to report back by {due}, and has not.{reminded} Ask by phone.
        </p>
      );
    case 'reported':
      return (
        <div className="border-l-2 border-line-strong pl-3">
          <p className="wrap-break-word whitespace-pre-line">{report.words}</p>
          <p className="text-[13px] text-ink-soft">
            {report.reportedByName ?? personName}
            {report.reportedAt ? (
              <>
                , <Time at={report.reportedAt} zone={zone} />
              </>
            ) : null}
          </p>
        </div>
      );
    case 'over':
      return <p className="text-ink-soft">Nobody is asked to report back.</p>;
  }
}

export type EscalationFollowUpProps = {
  escalation: EscalationCard;
  allowed: readonly EscalationAction[];
  zone: string | null;
};

/** Follow-up by both sides: what whoever has it reports, and whether the caller has been told. */
export function EscalationFollowUp({ escalation, allowed, zone }: EscalationFollowUpProps) {
  const api = useTRPC();
  const { id: escalationId, callId, state } = escalation;
  const reports = useQuery(api.reportRequests.list.queryOptions({ escalationId, limit: 20 }));
  const updates = useQuery({
    ...api.callerUpdates.list.queryOptions({ callId: callId ?? '', limit: 1 }),
    enabled: callId !== null,
  });
  const report = reports.data?.items.at(-1);
  const update = updates.data?.items[0];
  const isForContact = allowed.includes('record');
  const [draft, setDraft] = useState(blankConsent);
  return (
    <section aria-labelledby="follow-up" className="flex min-w-0 flex-col gap-3">
      <h2 id="follow-up" className="text-base font-semibold">
        Follow-up
      </h2>
      {reports.isError && !reports.data ? (
        <LoadError words={errorWords(reports.error).words} onRetry={() => void reports.refetch()} />
      ) : reports.isPending ? (
        <LoadingRows rows={2} label="What was reported is being loaded." />
      ) : report ? (
        <Standing report={report} zone={zone} />
      ) : (
        <p className="text-ink-soft">Whoever acknowledges is asked to report back by a time.</p>
      )}
      {state === 'acknowledged' ? (
        <ReportForm
          escalation={escalation}
          isForContact={isForContact}
          canSettle={allowed.includes('resolve')}
        />
      ) : null}
      <h3 className="mt-2 font-semibold">The caller</h3>
      {callId === null ? (
        <p className="text-ink-soft">This was begun without a call: nobody waits to hear.</p>
      ) : updates.isError && !updates.data ? (
        <LoadError words={errorWords(updates.error).words} onRetry={() => void updates.refetch()} />
      ) : updates.isPending ? (
        <LoadingRows rows={2} label="What the caller agreed to is being loaded." />
      ) : update ? (
        <UpdateLine update={update} zone={zone} />
      ) : (
        <p className="text-ink-soft">The caller did not ask to be told when it is settled.</p>
      )}
      {isForContact &&
      callId !== null &&
      updates.data &&
      update?.state !== 'told' &&
      update?.state !== 'promised' ? (
        <details>
          <summary className="text-accent underline underline-offset-2">
            {update ? 'Change how the caller is told' : 'The caller agrees to be told'}
          </summary>
          <div className="mt-2 max-w-[66ch]">
            <ConsentForm
              callId={callId}
              update={update ?? null}
              phone={update && update.channel !== 'email' ? update.address : ''}
              draft={draft}
              onDraft={setDraft}
            />
          </div>
        </details>
      ) : null}
    </section>
  );
}
