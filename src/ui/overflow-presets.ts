import type { CapacityHint } from '@/domain/overflow/model';
import { after, DAY, HOUR, MINUTE } from '@/kernel/duration';
import { clockWords } from './time-words';
import { instantOf, wallTimeOf } from './zoned-time';

export type OverflowPreset = { id: 'today' | 'two_hours' | 'tomorrow'; words: string; endsAt: Date };

/** An end that is nearly here is of no use to anybody. */
const LEAST = 10 * MINUTE;

function wallInstant(day: string, time: string, zone: string): Date | null {
  const reading = instantOf(`${day}T${time}`, zone);
  return reading === null ? null : new Date(reading.instant);
}

/** The ends that are asked for most, by the clocks of the client's zone: those that lie ahead of `now`. */
export function overflowPresets(now: Date, zone: string): OverflowPreset[] {
  const today = wallTimeOf(now.toISOString(), zone).slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
  const evening = wallInstant(today, '18:00', zone);
  const inTwoHours = after(now, 2 * HOUR);
  const morning = wallInstant(tomorrow, '08:00', zone);
  const presets: OverflowPreset[] = [
    ...(evening ? [{ id: 'today' as const, words: 'Until 18:00 today', endsAt: evening }] : []),
    {
      id: 'two_hours',
      words: `For 2 hours, until ${clockWords(inTwoHours, now, zone)}`,
      endsAt: inTwoHours,
    },
    ...(morning ? [{ id: 'tomorrow' as const, words: 'Until tomorrow, 08:00', endsAt: morning }] : []),
  ];
  return presets.filter(({ endsAt }) => endsAt >= after(now, LEAST));
}

const callsAnHour = (figure: number) => {
  if (figure < 1) return 'less than one call an hour';
  const rounded = Math.round(figure);
  return rounded === 1 ? 'about one call an hour' : `about ${rounded} calls an hour`;
};

/** What the operators have to be ready for, from what rang in earlier weeks. */
export function capacityWords({ usualPerHour, busiestPerHour, daysKnown }: CapacityHint): string {
  if (daysKnown === 0)
    return 'No calls of the past four weeks are known, so nobody can say how many will come.';
  const known =
    daysKnown < 28 ? ` Calls of ${daysKnown === 1 ? 'one day' : `${daysKnown} days`} are known.` : '';
  const busiest =
    busiestPerHour < 1 ? '' : `; the busiest hour of the past four weeks had ${Math.round(busiestPerHour)}`;
  return `Usually ${callsAnHour(usualPerHour)} at this time${busiest}.${known}`;
}
