'use client';

import { useState } from 'react';
import type { Briefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { WithdrawStatementDialog } from './withdraw-statement-dialog';

/** What operators said while the briefing held: what turns out wrong afterwards can still be taken back. */
export function SaidStatements({ briefing, zone }: { briefing: Briefing; zone: string }) {
  const [opened, setOpened] = useState<string | null>(null);
  const { published } = briefing;
  if (published === null || published.statements.length === 0) return null;
  return (
    <section aria-labelledby="said" className="mx-auto mb-8 flex w-full max-w-5xl flex-col gap-2 px-4">
      <h2 id="said" className="text-base font-semibold">
        What callers were told
      </h2>
      <p className="text-ink-soft">
        If one of these was wrong, take it back: everyone who was told it can be called back, also now.
      </p>
      <ul>
        {published.statements.map(({ id, text }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-t border-line py-2">
            <span className="min-w-0 flex-1 basis-64">{text}</span>
            <Button
              className="max-sm:min-h-11"
              aria-label={`Withdraw… “${text.slice(0, 60)}”`}
              onClick={() => setOpened(id)}
            >
              Withdraw…
            </Button>
          </li>
        ))}
      </ul>
      {opened === null ? null : (
        <WithdrawStatementDialog
          briefing={briefing}
          statementId={opened}
          zone={zone}
          onClose={() => setOpened(null)}
          onWithdrawn={() => undefined}
        />
      )}
    </section>
  );
}
