// Import rules: reads .dependency-cruiser.mjs and prints one line per forbidden import.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../../.dependency-cruiser.mjs';
import { report, rootFolder } from './source-tree.mjs';

const root = rootFolder();
process.chdir(root);

const folders = ['src', 'app', 'workers', 'scripts', 'test'].filter((folder) => existsSync(folder));
const rootFiles = readdirSync('.').filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'));

const { output } = await cruise(
  [...folders, ...rootFiles],
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true, baseDir: root },
  {},
  { tsConfig: extractTSConfig(join(root, config.options.tsConfig.fileName)) },
);

const words = new Map(config.forbidden.map((rule) => [rule.name, rule.comment]));
const modules = new Map(output.modules.map((module) => [module.source, module]));

/** The line on which `from` names `to`; 1 when the text does not show it. */
function lineOf(from, to) {
  const written = modules.get(from)?.dependencies.find(({ resolved }) => resolved === to)?.module;
  const lines = readFileSync(from, 'utf8').split('\n');
  // The module is told without its `node:`.
  const names = (line) =>
    line.includes(`'${written}'`) || line.includes(`"${written}"`) || line.includes(`node:${written}`);
  return Math.max(lines.findIndex(names), 0) + 1;
}

const findings = output.summary.violations.map(({ from, to, rule, cycle }) => ({
  path: from,
  line: lineOf(from, cycle ? cycle[0].name : to),
  words: `${rule.name}: imports ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}; ${words.get(rule.name)}`,
}));
report('imports', findings, `${output.summary.totalCruised} modules, ${config.forbidden.length} rules`);
