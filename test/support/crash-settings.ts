/** How many workers the drill kills: a dozen with every test run, a few hundred by `npm run test:crash`. */
export const crashKills = Number(process.env.CRASH_KILLS ?? 13);

/** To show that the drill can fail: whatever was lost stays lost. */
export const isWithoutSweep = process.env.CRASH_WITHOUT_SWEEP === '1';
