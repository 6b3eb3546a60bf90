// Loaded into a worker before anything else: its wall clock is off by CLOCK_OFF_BY milliseconds. Timers are not: they count
// what goes by.
const offBy = Number(process.env.CLOCK_OFF_BY);
const RightDate = Date;
const now = () => RightDate.now() + offBy;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, values, caller) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, caller),
  apply: () => new RightDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RightDate.prototype.constructor = globalThis.Date;
