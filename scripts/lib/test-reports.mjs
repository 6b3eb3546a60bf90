import { existsSync, readFileSync } from 'node:fs';

/**
 * Each reader turns the JSON report of one tool into `{passed, failed, failures}`. A tool that failed without a
 * failed test (it crashed, its set-up broke, it found nothing) counts as one failure.
 */
export function readCheckReport(path, exitCode) {
  const steps = readReport(path) ?? [];
  const failures = steps.filter(({ ok }) => !ok).map(({ name }) => `check: ${name}`);
  return summary('check', steps.length - failures.length, failures, exitCode);
}

export function readVitestReport(path, exitCode) {
  const files = readReport(path)?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const failures = files.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName }) => fullName);
    if (failed.length === 0 && status === 'failed') failed.push(message.split('\n')[0]);
    return failed.map((title) => `${name}: ${title}`);
  });
  return summary('vitest', tests.filter(({ status }) => status === 'passed').length, failures, exitCode);
}

export function readPlaywrightReport(path, exitCode) {
  const report = readReport(path);
  const specs = (report?.suites ?? []).flatMap(specsOf);
  const failures = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  for (const { message } of report?.errors ?? []) failures.push(`playwright: ${message.split('\n')[0]}`);
  return summary('playwright', report?.stats.expected ?? 0, failures, exitCode);
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function summary(tool, passed, failures, exitCode) {
  if (exitCode !== 0 && failures.length === 0) failures.push(`${tool} ended with ${exitCode}, see above`);
  return { passed, failed: failures.length, failures };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
