'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Phone } from '@/ui/phone';
import type { EscalationOf } from './use-start-escalation';
import { waitWords } from './wait-words';

const channelWords: Record<string, string> = { email: 'e-mail', sms: 'SMS', voice: 'phone call' };

export function useEscalationSteps(of: EscalationOf, isAsked: boolean) {
  const api = useTRPC();
  return useQuery({
    ...api.escalations.preview.queryOptions(of),
    enabled: isAsked,
    staleTime: 30_000,
  });
}

/** Who would be told, step by step, before anything is sent. */
export function EscalationSteps({ of, isAsked }: { of: EscalationOf; isAsked: boolean }) {
  const preview = useEscalationSteps(of, isAsked);
  return (
    <section aria-label="Who is told">
      <h3 className="mb-1 font-semibold">Who is told</h3>
      {preview.isError && !preview.data ? (
        <LoadError words={errorWords(preview.error).words} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <LoadingRows rows={2} label="Finding out who is responsible" />
      ) : preview.data.steps.length === 0 ? (
        <p className="font-medium text-critical">
          Nobody is set up for this client. Phone your account manager, and start anyway so that it is on
          record.
        </p>
      ) : (
        <ol className="border-t border-line">
          {preview.data.steps.map((step) => (
            <li key={step.step} className="flex gap-3 border-b border-line py-1.5">
              <span className="w-4 shrink-0 text-right font-semibold text-ink-soft tabular-nums">
                {step.step}
              </span>
              <div className="min-w-0 flex-1">
                {step.recipients.length === 0 ? (
                  <p className="font-medium text-critical">Nobody can be reached at this step</p>
                ) : (
                  step.recipients.map((recipient) => (
                    <p key={`${recipient.name}:${recipient.address}`}>
                      <span className="font-medium">{recipient.name}</span>{' '}
                      <span className="text-ink-soft">
                        by {channelWords[recipient.channel] ?? recipient.channel},{' '}
                        {recipient.channel === 'email' ? (
                          recipient.address
                        ) : (
                          <Phone number={recipient.address} isLink />
                        )}
                      </span>
                    </p>
                  ))
                )}
              </div>
              <span className="shrink-0 text-[13px] text-ink-soft">waits {waitWords(step.delaySeconds)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
