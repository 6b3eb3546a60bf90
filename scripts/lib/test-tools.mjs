import { existsSync } from 'node:fs';
import { findChromium, findProgram } from './browsers.mjs';
import { npm, root, run } from './run.mjs';
import { Refusal, step } from './say.mjs';

/** Brings what the tests need beside the packages. Answers what is still missing, one sentence each. */
export async function ensureTestTools() {
  const absent = async () => ({ chromium: !(await findChromium()), redis: !findRedis() });
  const before = await absent();
  if (before.chromium || before.redis) {
    const mayUseApt = process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram('apt-get');
    await attempt(mayUseApt ? installWithApt(before) : before.chromium && downloadChromium());
  }
  const after = await absent();
  return [
    after.chromium && 'No Chromium was found: install one, or set CHROMIUM_PATH.',
    after.redis && 'No redis-server was found: install Redis or Valkey, or set REDIS_SERVER_PATH.',
  ].filter(Boolean);
}

const findRedis = () =>
  process.env.REDIS_SERVER_PATH || findProgram('redis-server') || findProgram('valkey-server');

function installWithApt({ chromium, redis }) {
  const packages = [
    ...(chromium ? ['chromium', 'fonts-liberation'] : []),
    ...(redis ? ['redis-server'] : []),
  ];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = async () => {
    await run(['apt-get', 'update'], { env });
    await run(['apt-get', 'install', '-y', '--no-install-recommends', ...packages], { env });
  };
  return step(`installed ${packages.join(', ')}`, install, 'a minute');
}

function downloadChromium() {
  const command = [...npm, 'exec', '--prefix', root, '--', 'playwright', 'install', 'chromium'];
  return step('Chromium downloaded', () => run(command), 'a minute');
}

/** What could not be installed is reported by its absence; the reason is shown here. */
async function attempt(installation) {
  try {
    await installation;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
  }
}
