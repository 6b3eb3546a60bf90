import type { ResolutionStyle } from '@/domain/playbooks/model';
import { clockWords } from '@/ui/time-words';
import { instantOf, wallTimeOf } from '@/ui/zoned-time';

export type PromiseDeadline = { words: string; dueAt: Date };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is due sooner cannot be kept by anybody. */
const LEAST = 10 * MINUTE;
const STEP = 5 * MINUTE;

const after = (at: Date, span: number) => new Date(at.getTime() + span);

function wallInstant(day: string, time: string, zone: string): Date[] {
  const reading = instantOf(`${day}T${time}`, zone);
  return reading === null ? [] : [new Date(reading.instant)];
}

/** The next full five minutes: a time that can be said. */
function rounded(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / STEP) * STEP);
}

/**
 * The deadlines that are asked for most, by the clocks of the client's zone, as they lie ahead of `now`. Who settles
 * matters in the call needs short ones; who calls back needs the same day, also in the evening.
 */
export function promiseDeadlines(now: Date, zone: string, resolution: ResolutionStyle): PromiseDeadline[] {
  const today = wallTimeOf(now.toISOString(), zone).slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
  const on = (day: string, time: string, name: string): PromiseDeadline[] =>
    wallInstant(day, time, zone).map((dueAt) => ({ words: `${name} ${time}`, dueAt }));
  const within = (span: number, name: string): PromiseDeadline => {
    const dueAt = rounded(after(now, span));
    return { words: `In ${name}, ${clockWords(dueAt, now, zone)}`, dueAt };
  };
  const afternoon = on(today, '17:00', 'Today').filter(({ dueAt }) => dueAt >= after(now, LEAST));
  const evening = resolution === 'call_back' ? on(today, '20:00', 'Today') : [];
  const wanted = [
    ...(resolution === 'solve_now' ? [within(30 * MINUTE, '30 minutes')] : []),
    ...(afternoon.length > 0 ? afternoon : evening),
    within(2 * HOUR, '2 hours'),
    ...on(tomorrow, '09:00', 'Tomorrow'),
  ];
  return wanted.filter(({ dueAt }) => dueAt >= after(now, LEAST));
}
