// A worker thread starts without the loader that the worker runs with, so it brings its own.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
await import('./pack-pdf-job.tsx');
