import { parseArgs } from 'node:util';

/** What scripts/bench.mjs says about the product that it started. */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    demo: { type: 'string' },
    'smtp-port': { type: 'string' },
    chromium: { type: 'string' },
  },
});

if (values.url === undefined || values.demo === undefined) throw new Error('Start with npm run bench.');

export const productUrl = values.url;
export const demoFile = values.demo;
export const smtpPort = Number(values['smtp-port']);
export const chromiumPath = values.chromium ?? '';
