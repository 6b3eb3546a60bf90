'use client';

import { Ban, CheckCheck, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { PromiseCard, PromiseState } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { Chip, type Tone } from '@/ui/chip';
import { Field, TextArea } from '@/ui/field';
import { Time } from '@/ui/time';
import { useDesk } from './desk-context';
import { useKeptText } from './use-kept-text';

const looks: Record<Exclude<PromiseState, 'open'>, { tone: Tone; icon: LucideIcon; words: string }> = {
  kept: { tone: 'fine', icon: CheckCheck, words: 'Kept' },
  broken: { tone: 'high', icon: TriangleAlert, words: 'Not kept' },
  renegotiated: { tone: 'neutral', icon: RefreshCw, words: 'Agreed anew' },
  cancelled: { tone: 'neutral', icon: Ban, words: 'Called off' },
};

/** How a promise ended: kept or not, by whom, when and how. Nothing while it is open. */
export function PromiseEnding({ promise }: { promise: PromiseCard }) {
  const { state, endedByName, endedAt, evidence } = promise;
  if (state === 'open') return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px]">
      <Chip {...looks[state]} />
      <span className="text-ink-soft">
        {endedByName ?? 'Somebody'}
        {endedAt === null ? null : (
          <>
            , <Time at={endedAt} show="absolute" />
          </>
        )}
      </span>
      {evidence === '' ? null : <span className="min-w-0">{evidence}</span>}
    </p>
  );
}

/** How a promise ended, or, while it is open, the way to say that it was kept. `children` are further buttons for it. */
export function KeptPromise({ promise, children }: { promise: PromiseCard; children?: ReactNode }) {
  const { entries } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const saving = entries.find((entry) => entry.kind === 'kept' && entry.promiseId === promise.id);
  const isSaving = saving !== undefined && saving.refusal === null;
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {promise.state !== 'open' ? (
        <PromiseEnding promise={promise} />
      ) : isSaving ? (
        <p role="status" className="text-[13px] text-ink-soft">
          Saving that it was kept
        </p>
      ) : (
        <OpenPromise promise={promise} onSave={() => place.current?.focus()}>
          {children}
        </OpenPromise>
      )}
    </div>
  );
}

type OpenPromiseProps = { promise: PromiseCard; onSave: () => void; children: ReactNode };

function OpenPromise({ promise, onSave, children }: OpenPromiseProps) {
  const { state, outbox } = useDesk();
  const [evidence, write] = useKeptText(`${state.me}.kept.${promise.id}`);
  /** null: nobody has decided here; what is half written is shown. */
  const [isAsking, setIsAsking] = useState<boolean | null>(null);
  const [isTried, setIsTried] = useState(false);
  const save = () => {
    const words = evidence.trim();
    setIsTried(true);
    if (words === '') return;
    outbox.put({ kind: 'kept', callId: null, promiseId: promise.id, evidence: words, what: promise.what });
    write('');
    onSave();
  };
  if (!(isAsking ?? evidence !== '')) {
    return (
      <div className="flex flex-wrap gap-2">
        {children}
        <Button size="compact" onClick={() => setIsAsking(true)}>
          Kept<span className="sr-only">: {promise.what}</span>
        </Button>
      </div>
    );
  }
  return (
    <div
      className="flex flex-col gap-2"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      <Field
        label="How was it kept?"
        hint="For example: sent by e-mail at 14:10."
        error={isTried && evidence.trim() === '' ? 'Say how it was kept.' : null}
      >
        <TextArea
          autoFocus={isAsking === true}
          rows={2}
          value={evidence}
          maxLength={2_000}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="compact" variant="primary" onClick={save}>
          Save as kept
        </Button>
        <Button size="compact" onClick={() => setIsAsking(false)}>
          Not yet
        </Button>
      </div>
    </div>
  );
}
