import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { wallClock } from '../../kernel/local-time';

/** As V8 gave it until 2023, and as the standard has it. */
type LocaleOfRegion = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] | undefined };

/**
 * The time zone in which the owner of a number most likely lives: that of its country, where one clock counts for all
 * of it in the year of `now`; else null, and for anything that is no number.
 * @param phone E.164
 */
export function zoneOfNumber(phone: string, now: Date): string | null {
  const country = parsePhoneNumberFromString(phone)?.country;
  return country === undefined ? null : zoneOfCountry(country, now.getUTCFullYear());
}

/** Looking it up takes some milliseconds where a country has many zones. */
const known = new Map<string, string | null>();

function zoneOfCountry(country: string, year: number): string | null {
  const key = `${country} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const place: LocaleOfRegion = new Intl.Locale(`und-${country}`);
  const zones = place.getTimeZones?.() ?? place.timeZones ?? [];
  const [first = null] = zones;
  const zone = first !== null && zones.every((other) => haveOneClock(first, other, year)) ? first : null;
  known.set(key, zone);
  return zone;
}

/** Whether the clocks of two zones show the same on the first of each month. */
function haveOneClock(one: string, other: string, year: number): boolean {
  if (one === other) return true;
  return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(year, month, 1))).every((at) => {
    const [here, there] = [wallClock(at, one), wallClock(at, other)];
    return here.date === there.date && here.time === there.time;
  });
}

export type CallerPlace = {
  /** What the caller said; null: nothing. */
  callerTimeZone: string | null;
  /** E.164; '' or null where none is known. */
  callerPhone: string | null;
  clientTimeZone: string;
};

/** Where a caller's clock hangs, as far as anybody knows: else the client's counts. */
export function zoneOfCaller(
  { callerTimeZone, callerPhone, clientTimeZone }: CallerPlace,
  now: Date,
): string {
  return callerTimeZone ?? zoneOfNumber(callerPhone ?? '', now) ?? clientTimeZone;
}
