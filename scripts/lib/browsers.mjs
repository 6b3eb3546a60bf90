import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// The headless shell does the same with half the work.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const places = [
  '/usr/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium to test with: CHROMIUM_PATH, one of this machine, or the one that Playwright downloaded. */
export async function findChromium() {
  const own = [process.env.CHROMIUM_PATH, ...names.map(findProgram), ...places].find(
    (path) => path && existsSync(path),
  );
  if (own) return own;
  const { chromium } = await import('@playwright/test');
  const downloaded = chromium.executablePath();
  return downloaded && existsSync(downloaded) ? downloaded : undefined;
}

/** The full path of a program of the PATH, or undefined. */
export function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
