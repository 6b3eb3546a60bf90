import { Hourglass, TriangleAlert } from 'lucide-react';
import type { Callback } from '@/domain/promises/model';
import { beforeTitles } from './callback-words';

/** What the caller heard or asked, and the approved words to say now. */
export function CallbackWording({ callback }: { callback: Callback }) {
  const { reason, before, sayNow, isAwaitingApproval } = callback;
  const sayTitle = reason === 'call' ? 'Call back about' : 'Say now';
  return (
    <>
      <section aria-label={beforeTitles[reason]}>
        <h2 className="eyebrow">{beforeTitles[reason]}</h2>
        <p className="max-w-[66ch] text-base leading-6 whitespace-pre-line text-ink-soft">
          {reason === 'recall' ? <del>{before}</del> : before}
        </p>
      </section>
      <section aria-label={sayTitle} className="rounded-md bg-accent-soft px-4 py-3">
        <h2 className="eyebrow">{sayTitle}</h2>
        {sayNow !== null ? (
          <p dir="auto" className="read-aloud font-medium">
            {sayNow}
          </p>
        ) : isAwaitingApproval ? (
          <p role="status" className="flex items-center gap-1.5 font-medium text-medium">
            <Hourglass aria-hidden className="size-4 shrink-0" />
            The new wording awaits approval: do not call yet.
          </p>
        ) : (
          <p className="flex items-start gap-1.5 font-medium">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            Nothing replaces what was said. Tell the caller that it does not hold, and take a message.
          </p>
        )}
      </section>
    </>
  );
}
