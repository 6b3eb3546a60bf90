'use client';

import type { ApologyKind, PlaybookContent } from '@/domain/playbooks/model';

type OwnershipStepProps = { playbook: PlaybookContent; apologies: readonly ApologyKind[] };

/** The entry sentence, before any question: what the client permits to apologise with. */
export function OwnershipStep({ playbook, apologies }: OwnershipStepProps) {
  const sentence = apologies.map((kind) => playbook.apologies[kind]).find((words) => words);
  return (
    <div>
      {sentence ? (
        <p className="read-aloud">“{sentence}”</p>
      ) : (
        <p className="text-ink-soft">
          This client permits no apology: say that you take care of it, in your own words.
        </p>
      )}
      {playbook.foldsAccount ? (
        <p className="text-[13px] text-ink-soft">Ticked, it opens the questions about who calls.</p>
      ) : null}
    </div>
  );
}
