'use client';

import { useState } from 'react';
import { codeChannels, type Contact, type ContactMethod } from '@/domain/contacts/model';
import { Button } from './button';
import { ChannelAddress } from './channel-address';
import { channelWords } from './channel-words';
import { delayWords } from './delay-words';
import { MethodState, methodWords } from './method-state';
import { VerifyMethod } from './verify-method';
import { WebhookSecret } from './webhook-secret';

type Open = 'code' | 'secret' | null;
type RowProps = { contact: Contact; method: ContactMethod; canVerify: boolean; canEdit: boolean };

function MethodRow({ contact, method, canVerify, canEdit }: RowProps) {
  const [open, setOpen] = useState<Open>(null);
  const { channel, address, delaySeconds, isVerified, isStopped, failure, hasSecret } = method;
  const words = methodWords(method, contact.membershipId !== null);
  const called = `${channelWords[channel]} of ${contact.name}`;
  const isProvable = codeChannels.includes(channel) && !isStopped && (!isVerified || failure !== null);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="min-w-0">
        <span className="text-ink-soft">{delayWords(delaySeconds)}:</span> {channelWords[channel]}{' '}
        <ChannelAddress channel={channel} address={address} />
      </p>
      <MethodState method={method} />
      {canVerify && isProvable ? (
        <Button size="compact" aria-label={`Verify ${called}`} onClick={() => setOpen('code')}>
          Verify
        </Button>
      ) : null}
      {canEdit && channel === 'webhook' ? (
        <Button size="compact" aria-label={`Secret of ${called}`} onClick={() => setOpen('secret')}>
          {hasSecret ? 'New secret' : 'Make a secret'}
        </Button>
      ) : null}
      {words ? <p className="basis-full text-[13px] text-high">{words}</p> : null}
      {open === 'code' ? (
        <VerifyMethod name={contact.name} method={method} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'secret' ? <WebhookSecret method={method} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

export type ContactMethodsProps = {
  contact: Contact;
  /** Whether the reader may have codes sent; whoever signs in as the contact may. */
  canVerify: boolean;
  canEdit: boolean;
};

/** How a contact is reached, in order, and whether that works. */
export function ContactMethods({ contact, canVerify, canEdit }: ContactMethodsProps) {
  if (contact.methods.length === 0) {
    return <p className="font-medium text-high">Cannot be reached: no method yet.</p>;
  }
  return (
    <ol className="flex flex-col gap-1.5">
      {contact.methods.map((method) => (
        <MethodRow
          key={method.id}
          contact={contact}
          method={method}
          canVerify={canVerify}
          canEdit={canEdit}
        />
      ))}
    </ol>
  );
}
