/**
 * Reads instants off the wall clock of a time zone: "14:05" on the day of `day`, "30 March, 09:15" on another.
 * One reader for a whole log, because making one costs more than using it.
 */
export function localMoments(timeZone: string, day: Date): (at: Date) => string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' });
  const ownDay = date.format(day);
  return (at) => {
    const its = date.format(at);
    return its === ownDay ? time.format(at) : `${its}, ${time.format(at)}`;
  };
}
