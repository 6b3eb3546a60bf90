'use client';

import { Undo2 } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { useEditing } from './editing';

function WithdrawButton({ noun, onPress }: { noun: string; onPress: () => void }) {
  return (
    <Button
      variant="quiet"
      className="-ml-2 self-start px-2! text-ink-soft! max-sm:min-h-11"
      icon={<Undo2 aria-hidden className="size-4" />}
      aria-label={`Withdraw… ${noun}`}
      onClick={onPress}
    >
      Withdraw…
    </Button>
  );
}

/** Takes back or corrects what operators say now; only where this statement is published. */
export function PublishedStatement({ index }: { index: number }) {
  const { published, onWithdraw } = useEditing();
  const { control } = useFormContext<BriefingContent>();
  const id = useWatch({ control, name: `statements.${index}.id` });
  if (!published?.statements.some((statement) => statement.id === id)) return null;
  return <WithdrawButton noun={`statement ${index + 1}`} onPress={() => onWithdraw(id)} />;
}

/** Statements that are gone from the draft and still said, until it is published or they are withdrawn. */
export function StillPublished() {
  const { published, onWithdraw } = useEditing();
  const { control } = useFormContext<BriefingContent>();
  const statements = useWatch({ control, name: 'statements' });
  const drafted = new Set(statements.map(({ id }) => id));
  const rows = published?.statements.filter(({ id }) => !drafted.has(id)) ?? [];
  if (rows.length === 0) return null;
  return (
    <section
      aria-label="Removed here, still said"
      className="rounded-md border border-dashed border-line px-3 py-2"
    >
      <h3 className="font-medium">Removed here, and still said by operators until you publish</h3>
      <ul className="divide-y divide-line">
        {rows.map(({ id, text }) => (
          <li key={id} className="py-1.5">
            <p className="line-through decoration-ink-faint">{text}</p>
            <WithdrawButton noun={`“${text.slice(0, 60)}”`} onPress={() => onWithdraw(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
