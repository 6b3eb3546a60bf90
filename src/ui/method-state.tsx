import { BadgeCheck, Ban, CircleDashed, TriangleAlert } from 'lucide-react';
import { codeChannels, type ContactMethod } from '@/domain/contacts/model';
import { Chip } from './chip';

/** Whether a method works, as far as anybody knows; a shape and a word. */
export function MethodState({ method }: { method: ContactMethod }) {
  if (method.isStopped) return <Chip tone="critical" icon={Ban} words="Stopped" />;
  if (method.failure !== null) return <Chip tone="high" icon={TriangleAlert} words="Failed last" />;
  if (method.isVerified) return <Chip tone="fine" icon={BadgeCheck} words="Verified" />;
  return <Chip tone="neutral" icon={CircleDashed} words="Not verified" />;
}

/** What is wrong with a method, and the mend; null: nothing to say. */
export function methodWords(method: ContactMethod, hasSignIn: boolean): string | null {
  const { channel, isStopped, failure, isVerified, hasSecret } = method;
  if (isStopped) {
    return 'The person answered STOP. Nothing goes there until they text START to the number the messages came from.';
  }
  if (channel === 'webhook' && !hasSecret) {
    return 'Nothing is posted there yet: make a secret, and enter it in the program that receives.';
  }
  if (failure !== null) {
    const mend = codeChannels.includes(channel)
      ? 'Correct the address, or send a code: typed in, it clears this.'
      : 'It clears when a message arrives.';
    return `${failure} ${mend}`;
  }
  if (isVerified || codeChannels.includes(channel)) return null;
  if (!hasSignIn) return 'Nobody signs in as this contact yet, so nothing arrives there.';
  return channel === 'push' ? 'No device takes notifications yet: they are switched on under Account.' : null;
}
