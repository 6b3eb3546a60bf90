import { CheckCheck, Hourglass } from 'lucide-react';
import Link from 'next/link';

export type AnsweredWordsProps = {
  answered: { briefingId: string; callbacks: number; isApproved: boolean };
  isCallingBack: boolean;
};

function callbackWords(callbacks: number, isApproved: boolean): string {
  if (callbacks === 0) return 'Nobody who asked left a number, so nobody can be called back.';
  const who = callbacks === 1 ? 'One caller is' : `${callbacks} callers are`;
  return isApproved ? `${who} being called back.` : `${who} called back as soon as it is approved.`;
}

/** What became of the answer: on the desks, or still to be approved; and who is called back. */
export function AnsweredWords({ answered, isCallingBack }: AnsweredWordsProps) {
  const { briefingId, callbacks, isApproved } = answered;
  const Icon = isApproved ? CheckCheck : Hourglass;
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className={`flex items-start gap-2 font-medium ${isApproved ? 'text-fine' : 'text-medium'}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {isApproved
            ? 'Every operator has the answer.'
            : 'The answer awaits approval. No operator says it until somebody has approved it.'}
        </span>
      </p>
      {isCallingBack ? <p>{callbackWords(callbacks, isApproved)}</p> : null}
      <p>
        <Link href={`/portal/briefings/${briefingId}`} className="text-accent underline underline-offset-2">
          Open the briefing
        </Link>
      </p>
    </div>
  );
}
