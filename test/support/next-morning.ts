import { Temporal } from 'temporal-polyfill';
import type { World } from './world';

/** Moves the clock to the next 10:00 in Berlin: whatever the time is, the day's work lies ahead. */
export async function nextMorning(world: Pick<World, 'moveClock' | 'readClock'>): Promise<Date> {
  const now = await world.readClock();
  const berlin = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Berlin');
  const morning = berlin.add({ days: 1 }).with({ hour: 10, minute: 0, second: 0, millisecond: 0 });
  await world.moveClock(morning.epochMilliseconds - now.getTime());
  return world.readClock();
}
