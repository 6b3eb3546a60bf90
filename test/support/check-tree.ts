// Small source trees in a temporary folder, for the tests of the check scripts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');
const trees: string[] = [];

/** Writes the files below a new temporary folder and returns it. */
export function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'calmline-check-'));
  trees.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function clearTrees(): void {
  for (const root of trees) rmSync(root, { recursive: true, force: true });
}

export interface Outcome {
  status: number | null;
  lines: string[];
  stderr: string;
}

/** Runs scripts/check/<script>.mjs on a tree, as `npm run check` does on the repository. */
export function runCheck(script: string, root: string): Outcome {
  const path = join(repository, 'scripts/check', `${script}.mjs`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, '--root', root], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n'), stderr };
}
