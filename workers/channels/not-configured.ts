import type { Channel } from './channel';

/** A channel that this installation does not have fails for good, at once and in words: nobody must wait for it. */
export function notConfigured(name: string): Channel {
  const words = `${name} is not configured on this installation.`;
  return { send: () => Promise.resolve({ kind: 'failed_permanent', words }), close: () => undefined };
}
