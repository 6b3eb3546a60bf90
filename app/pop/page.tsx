import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { serverApi } from '@/api/server';
import { FullPageWords } from '@/ui/full-page-words';

export const metadata: Metadata = { title: 'Screen pop' };

type Search = Record<string, string | string[] | undefined>;

/** Opened by a softphone when it rings: finds or records the call, then shows it on the desk. */
export default async function PopPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const text = (name: string) => (typeof search[name] === 'string' ? search[name].trim() : '');
  const to = text('to');
  if (to === '') {
    return (
      <Problem words="The softphone did not say which number was dialled. Its screen-pop address needs to=, the dialled number." />
    );
  }
  const outcome = await pop({ to, from: text('from'), call: text('call') });
  if (!outcome.ok) return <Problem words={outcome.words} />;
  redirect(`/desk?call=${outcome.callId}`);
}

type Outcome = { ok: true; callId: string } | { ok: false; words: string };

async function pop({ to, from, call }: { to: string; from: string; call: string }): Promise<Outcome> {
  try {
    const api = await serverApi();
    const card = await api.calls.pop({ to, from, ...(call === '' ? {} : { providerCallId: call }) });
    return { ok: true, callId: card.id };
  } catch (error) {
    const isTold = error instanceof TRPCError && error.cause?.name === 'DomainError';
    if (isTold && error.code !== 'INTERNAL_SERVER_ERROR') return { ok: false, words: error.message };
    return { ok: false, words: 'The call could not be recorded. It may still appear on the desk by itself.' };
  }
}

function Problem({ words }: { words: string }) {
  return (
    <FullPageWords title="This call could not be shown">
      <p>{words}</p>
      <p>
        <a href="/desk" className="font-medium text-accent underline underline-offset-2">
          Go to the desk
        </a>{' '}
        and take the call there.
      </p>
    </FullPageWords>
  );
}
