'use client';

import { useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Elapsed } from '@/ui/time';
import { callName } from './call-words';
import { useDesk } from './desk-context';
import { HandOverForm } from './hand-over-form';
import { KeyFor } from './key-for';
import { useHandOver } from './use-hand-over';
import { useKey } from './use-key';

/** Hands this call to a colleague, with its notes; shows a hand-over that is under way. */
export function HandOver({ call }: { call: CallCard }) {
  const { answeringId } = useDesk();
  const { end, isBusy, problem } = useHandOver(call.id);
  const [isOpen, setIsOpen] = useState(false);
  /** To whom it was offered last, until this side ended that. */
  const [askedName, setAskedName] = useState(call.handoverToName);
  if (call.handoverToName !== null && call.handoverToName !== askedName) setAskedName(call.handoverToName);
  const isOffered = call.handoverToId !== null;
  const canOffer = answeringId !== call.id && (call.state === 'live' || call.state === 'wrap_up');
  useKey('handOver', canOffer ? () => setIsOpen(true) : null);

  const takeBack = () =>
    void end().then((isDone) => {
      if (isDone) setAskedName(null);
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div role="status" className="empty:hidden">
        {isOffered ? (
          <p className="font-medium">
            Offered to {call.handoverToName}{' '}
            {call.handoverAt ? (
              <span aria-hidden>
                <Elapsed since={call.handoverAt} />
              </span>
            ) : null}
          </p>
        ) : askedName ? (
          <p className="font-medium text-medium">{askedName} did not take it. It is still yours.</p>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className="font-medium text-critical">
          {problem}
        </p>
      ) : null}
      {isOffered ? (
        <Button size="call" isBusy={isBusy} onClick={takeBack}>
          Take it back
        </Button>
      ) : null}
      {canOffer ? (
        <Button size="call" onClick={() => setIsOpen(true)}>
          {isOffered ? 'Ask somebody else' : 'Hand over'} <KeyFor action="handOver" />
        </Button>
      ) : null}
      <Sheet
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Hand over this call"
        description={callName(call)}
        isModal={false}
      >
        <HandOverForm call={call} onOffered={() => setIsOpen(false)} />
      </Sheet>
    </div>
  );
}
