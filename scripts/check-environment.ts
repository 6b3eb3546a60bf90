/** Fails with one line for each wrong value of the environment. */
import { EnvironmentError, env } from '../src/env';

try {
  env();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
