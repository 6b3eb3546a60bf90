import { z } from 'zod';

/** A client whose calls all come here for now. */
export type OverflowWindow = {
  id: string;
  clientId: string;
  clientName: string;
  startsAt: Date;
  endsAt: Date;
  note: string;
  openedByName: string;
};

/** How many calls a client's window may bring, from what rang in the same hours of earlier weeks. */
export type CapacityHint = {
  /** Calls an hour in the same hours of the day, averaged over the past four weeks. */
  usualPerHour: number;
  /** The busiest hour of those weeks. */
  busiestPerHour: number;
  /** Of how many of the past 28 days anything is known. */
  daysKnown: number;
};

export const openOverflowInput = z.strictObject({
  clientId: z.uuid(),
  startsAt: z.iso
    .datetime({ offset: true, error: 'Use a date and time such as 2026-03-29T18:00:00Z.' })
    .optional(),
  endsAt: z.iso.datetime({ offset: true, error: 'Use a date and time such as 2026-03-29T18:00:00Z.' }),
  note: z.string().trim().max(300, 'Keep the note under 300 characters.').default(''),
});

export const closeOverflowInput = z.strictObject({ overflowId: z.uuid() });

export const clientOverflowInput = z.strictObject({ clientId: z.uuid() });
