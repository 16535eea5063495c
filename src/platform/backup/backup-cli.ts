import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '../config/config.js';
import { OperatorProblem, runCommand } from '../console/command.js';
import { makeBackup } from './make-backup.js';

const KEEP = '7';

/** `npm run backup [-- --to FOLDER] [--keep 7]`: copies everything that the app keeps, also while it runs, and reads the copy back. */
await runCommand(async (tell) => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string', default: KEEP } } });
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new OperatorProblem('keep_what', { keep: values.keep });
  tell('backing_up');
  const { folder, bytes, manifest, removed } = await makeBackup(new Config(process.env), {
    to: values.to && resolve(values.to),
    keep,
  });
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  tell('backed_up', { folder, megabytes, files: manifest.files.length, chains: manifest.heads.length });
  if (removed.length > 0) tell('old_backups_removed', { removed: removed.length, keep });
  tell('backup_hint');
});
