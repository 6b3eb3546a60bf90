'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { faultWords } from '@/domain/messages/fault-words';
import type { Message } from '@/domain/messages/model';
import { CopyText } from './copy-text';
import { DeliveryList } from './delivery-list';
import { LoadError, LoadingRows } from './list-states';
import { LogLines } from './log-lines';
import { MessageStanding, MessageStateChip } from './message-state';

export type MessageScreenProps = {
  messageId: string;
  backHref: string;
  /** Where this reader opens a call: "/portal/calls". */
  callsHref: string;
  isClientNamed?: boolean;
  /** What this reader can do with it. */
  actions: (message: Message) => ReactNode;
};

/** One message of a call: what it says, how it stands, whom it was sent to. */
export function MessageScreen({
  messageId,
  backHref,
  callsHref,
  isClientNamed,
  actions,
}: MessageScreenProps) {
  const api = useTRPC();
  const query = useQuery(api.messages.get.queryOptions({ messageId }));
  const message = query.data;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6">
      <Link href={backHref} className="inline-flex items-center gap-1 self-start text-accent hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        All messages
      </Link>
      {message ? (
        <>
          <header className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <MessageStateChip state={message.state} />
              {isClientNamed ? <span className="font-medium">{message.clientName}</span> : null}
            </p>
            <h1 className="max-w-[66ch] text-xl leading-7 font-semibold text-balance">{message.subject}</h1>
            <p className="text-ink-soft">
              <MessageStanding message={message} />{' '}
              <Link
                href={`${callsHref}/${message.callId}`}
                className="font-medium text-accent underline underline-offset-2"
              >
                Open the call
              </Link>
            </p>
          </header>
          <section aria-label="The message" className="flex flex-col gap-3">
            <LogLines lines={message.lines} />
            <CopyText text={[message.subject, '', ...message.lines].join('\n')} />
          </section>
          {actions(message)}
          {isClientNamed && message.reviewedByName !== null ? (
            <section aria-labelledby="review" className="flex flex-col gap-1">
              <h2 id="review" className="text-base font-semibold">
                Review
              </h2>
              <p className="max-w-[66ch] whitespace-pre-line">
                {message.reviewedByName}: {message.reviewWords || 'no words'}
              </p>
              {message.categories.length > 0 ? (
                <p className="text-ink-soft">Found: {message.categories.map(faultWords).join(', ')}</p>
              ) : null}
            </section>
          ) : null}
          {message.deliveries.length > 0 ? (
            <section aria-labelledby="sent" className="flex flex-col gap-2">
              <h2 id="sent" className="text-base font-semibold">
                Sent to
              </h2>
              <DeliveryList deliveries={message.deliveries} zone={message.clientTimeZone} />
            </section>
          ) : null}
        </>
      ) : query.isError ? (
        <LoadError
          words={`This message cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={40} label="The message is being loaded." />
      )}
    </div>
  );
}
