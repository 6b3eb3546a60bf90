import { channel } from 'node:diagnostics_channel';

export type ClaimedRows =
  | 'messages'
  | 'steps'
  | 'reminders'
  | 'digests'
  | 'hand-overs'
  | 'promises'
  | 'reports'
  | 'packs'
  | 'accounts';

/** Between each two of these a program may die; see the essay of deliver.ts. */
export type Moment =
  | `${ClaimedRows} claimed`
  | `${ClaimedRows} queued`
  | 'before claim'
  | 'claimed'
  | 'handing over'
  | 'answered'
  | 'recorded'
  | 'before advance'
  | 'advanced';

const moments = channel('calmline:moment');

/** Says where the engine is, to whoever listens on this process's diagnostics channel: nobody, but for the crash tests. */
export function pass(moment: Moment): void {
  moments.publish(moment);
}
