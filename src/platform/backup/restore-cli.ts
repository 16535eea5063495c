import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '../config/config.js';
import { OperatorProblem, runCommand } from '../console/command.js';
import { restoreBackup } from './restore-backup.js';

/** `npm run restore -- FOLDER [--replace]`: puts a backup where the settings say that the data are. */
await runCommand(async (tell) => {
  const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true });
  const [folder] = positionals;
  if (!folder) throw new OperatorProblem('restore_what');
  const config = new Config(process.env);
  tell('restoring', { folder });
  const { manifest, aside } = await restoreBackup(config, resolve(folder), values.replace === true);
  const rows = Object.values(manifest.market.rows).reduce((sum, n) => sum + n, 0);
  tell('restored', { dataDir: config.dataDir, madeAt: manifest.madeAt, rows, files: manifest.files.length });
  if (aside) tell('set_aside', { aside });
});
