import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it('keeps packages, what was built and data out of the repository, as links too', () => {
  // Git puts what it tracks in the place of an ignored folder without asking, and the packages of the whole machine are gone.
  const { stdout } = spawnSync('git', ['ls-files', 'node_modules', 'dist', 'data', 'data-backups'], {
    encoding: 'utf8',
  });
  expect(stdout.split('\n').filter(Boolean)).toEqual([]);
});
