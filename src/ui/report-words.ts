import type { ServiceRules } from '@/domain/tenancy/model';

/** "84.2 %"; cut, not rounded up, so that 79.99 % is not shown as the 80 % it missed. A dash where nothing counts. */
export function shareInWords(share: number | null): string {
  return share === null ? '–' : `${(Math.floor(share * 1_000 + 1e-9) / 10).toFixed(1)} %`;
}

/** "23 (56.0 %)"; a dash where there is nothing to have a share of. */
export function countAndShare(count: number, share: number | null): string {
  return share === null ? '–' : `${count} (${shareInWords(share)})`;
}

/** "45 s", "3 min 20 s", "2 h 05 min": rounded; a dash where there is none. */
export function lengthInWords(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3_600)} h ${two(Math.floor((whole % 3_600) / 60))} min`;
}

/** "1,234.5 min" */
export function minutesInWords(seconds: number): string {
  const minutes = Math.round(seconds / 6) / 10;
  return `${minutes.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} min`;
}

/** "Sun 29 Mar 2026" of "2026-03-29". */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');
}

/** "29 Mar": what fits below a chart. */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

const secondsInWords = (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`);

/** How a bill is rounded, as one would say it to a client. */
export function billingWords({
  billingStepSeconds,
  billingLeastSeconds,
}: Pick<ServiceRules, 'billingStepSeconds' | 'billingLeastSeconds'>): string {
  const step =
    billingStepSeconds === 1
      ? 'Each call is rounded up to whole seconds'
      : `Each call is rounded up to steps of ${secondsInWords(billingStepSeconds)}`;
  return billingLeastSeconds === 0
    ? `${step}; one that took no time at all costs nothing.`
    : `${step}, and counts as at least ${secondsInWords(billingLeastSeconds)}.`;
}
