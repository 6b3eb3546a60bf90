'use client';

import { useQuery } from '@tanstack/react-query';
import { Check, CheckCheck, Reply, Send, TriangleAlert, UserX, type LucideIcon } from 'lucide-react';
import { useTRPC } from '@/api/client';
import type { EscalationNews as News } from '@/domain/updates/model';
import { Button } from '@/ui/button';
import { Time } from '@/ui/time';
import { useDesk } from './desk-context';
import { useSeenNews } from './use-seen-news';

const looks: Record<News['type'], { icon: LucideIcon; colour: string }> = {
  acknowledged: { icon: Check, colour: 'text-fine' },
  declined: { icon: UserX, colour: 'text-high' },
  reported_back: { icon: Reply, colour: 'text-fine' },
  report_overdue: { icon: TriangleAlert, colour: 'text-critical' },
  unanswered: { icon: TriangleAlert, colour: 'text-critical' },
  caller_told: { icon: Send, colour: 'text-fine' },
  resolved: { icon: CheckCheck, colour: 'text-fine' },
};

/** What became of the escalations that this operator began: who has them, what came back, what is settled. */
export function EscalationNews() {
  const { state } = useDesk();
  const api = useTRPC();
  const news = useQuery(api.reportRequests.news.queryOptions());
  const { seen, markSeen } = useSeenNews(state.me);
  // Ids are made in the order of time.
  const fresh = (news.data ?? []).filter(({ id }) => seen === null || id > seen);
  return (
    <div aria-live="polite">
      {fresh.length === 0 ? null : (
        <section aria-labelledby="escalation-news">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 id="escalation-news" className="text-base font-semibold">
              News of my escalations
            </h2>
            <Button variant="quiet" size="compact" onClick={() => markSeen(fresh[0]?.id ?? '')}>
              I have read this
            </Button>
          </div>
          <ul className="border-t border-line">
            {fresh.slice(0, 10).map(({ id, type, words, at, clientName, summary }) => {
              const { icon: Icon, colour } = looks[type];
              return (
                <li key={id} className="flex gap-3 border-b border-line py-2">
                  <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
                  <div className="min-w-0">
                    <p className="wrap-break-word">{words}</p>
                    <p className="text-[13px] text-ink-soft">
                      {clientName ? `${clientName}, ` : ''}
                      <Time at={at} />: <span className="wrap-break-word">{summary.slice(0, 120)}</span>
                    </p>
                  </div>
                </li>
              );
            })}
          </ul>
          {fresh.length > 10 ? <p className="pt-2 text-ink-soft">and {fresh.length - 10} more</p> : null}
        </section>
      )}
    </div>
  );
}
