import { z } from 'zod';

/** `drafted` and `covered`: it was an incident; `dismissed`: those calls were ordinary. */
export type SurgeState = 'open' | 'drafted' | 'dismissed' | 'covered';

/** A surge is at least so many calls within an hour that say the same, … */
export const surgeCalls = 4;
/** … of at least so many callers: somebody who calls again and again is an upset caller, not an incident. */
export const surgeCallers = 3;

/**
 * Stems that stand in notes about anything ("wants a call back", "very upset, please today"), as PostgreSQL writes
 * English stems.
 */
export const usualWords: ReadonlySet<string> = new Set(
  (
    'agent also angri answer anymor ask back call caller client collect custom got get ' +
    'go help hour hous know like ln man minut month morn mr mrs ms name need number one ' +
    'phone pleas possibl problem question said say soon speak still talk tell thank thing time today tomorrow told tri ' +
    'upset urgent us want wait way week woman would year yesterday'
  ).split(' '),
);

/** What one caller said, as the operator noted it. */
export type SurgeWords = { callId: string; at: string; text: string };

export type Surge = {
  id: string;
  clientId: string;
  clientName: string;
  state: SurgeState;
  calls: number;
  words: SurgeWords[];
  detectedAt: Date;
  briefingId: string | null;
};

export const surgeIdInput = z.strictObject({ surgeId: z.uuid() });

export const listSurgesInput = z.strictObject({ clientId: z.uuid().optional() });
