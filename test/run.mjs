/** `npm test`: everything, one suite after the other, and the sum at the end. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './support/chromium.mjs';

const mustHaveAll = Boolean(process.env.CI);
const results = mkdtempSync(join(tmpdir(), 'taladlab-results-'));
const files = [];
let passed = 0;
let failed = 0;

function run(name, command, args, env = {}) {
  process.stdout.write(`\n== ${name}\n`);
  // A quick run must stay quick, or nobody runs it.
  const quick = mustHaveAll ? {} : { LEAVE_LONG_ONES: 'yes' };
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...quick, ...env } });
  return status === 0;
}

function step(name, command, args) {
  if (run(name, command, args)) passed += 1;
  else failed += 1;
}

function jest(name, config, env = {}) {
  const out = join(results, `${files.length}-${name.replace(/\W/g, '')}.json`);
  const ok = run(
    name,
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '-c',
      config,
      '--json',
      `--outputFile=${out}`,
      '--forceExit',
    ],
    env,
  );
  if (!existsSync(out)) {
    failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(out, 'utf8'));
  passed += report.numPassedTests;
  // A file that could not even be read, or whose end went wrong, counts as one failure, or it would be silent.
  failed +=
    report.numFailedTests +
    report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
    ).length;
  if (!ok && report.success) failed += 1;
  for (const file of report.testResults) files.push({ name: file.name, ms: file.endTime - file.startTime });
}

function absent(what) {
  process.stdout.write(`\n== ${what}: not found, its tests are left out\n`);
  if (mustHaveAll) failed += 1;
}

step('build', 'npm', ['run', '--silent', 'build']);
step('format and lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
step('who imports whom', 'npx', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs']);
if (failed === 0) {
  jest('rules', 'jest.config.mjs');
  if (!mustHaveAll)
    process.stdout.write(
      '\nPower cuts, races, backups, the weak line and the walk over every page: left to .ci/run.\n',
    );
  jest('pages on SQLite', 'test/jest.config.mjs');
  process.stdout.write('Two processes on one database: left out on SQLite, whose file belongs to one process.\n');
  if (process.env.TEST_DATABASE_URL) jest('pages on PostgreSQL', 'test/jest.config.mjs', { TEST_DATABASE: 'postgres' });
  else absent('PostgreSQL (TEST_DATABASE_URL)');
  if (findChromium()) jest('browser', 'test/browser/jest.config.mjs');
  else absent('Chromium');
  jest('robots on SQLite', 'test/robots/jest.config.mjs');
  if (process.env.TEST_DATABASE_URL)
    jest('robots on PostgreSQL', 'test/robots/jest.config.mjs', { TEST_DATABASE: 'postgres' });
}

process.stdout.write('\nThe slowest files:\n');
for (const { name, ms } of files.sort((a, b) => b.ms - a.ms).slice(0, 10))
  process.stdout.write(`  ${(ms / 1000).toFixed(1)} s  ${name}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
