/** The Chromium to test with: CHROMIUM_PATH, one of this machine, or the one that Playwright downloaded. */
export function findChromium(): Promise<string | undefined>;

/** The full path of a program of the PATH, or undefined. */
export function findProgram(name: string): string | undefined;
