import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/browsers.mjs';

const executablePath = await findChromium();

export default defineConfig({
  testDir: './test/e2e',
  globalSetup: './test/support/start-product.ts',
  outputDir: './test-results',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    // Set by the global setup, which runs before the workers read this file again.
    actionTimeout: 10_000,
    baseURL: process.env.E2E_BASE_URL ?? 'http://127.0.0.1:3000',
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
