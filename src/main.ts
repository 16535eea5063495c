process.env.TZ = 'UTC';

import { Config } from './platform/config/config.js';
import { reason, wordsFolder } from './platform/console/command.js';
import { Catalogues } from './platform/web/i18n.js';

/** Loading the app takes longer than reading its settings: a wrong one is told before anybody waits for it. */
async function main(): Promise<void> {
  const config = new Config(process.env);
  const { start } = await import('./start.js');
  await start(config);
}

main().catch((problem: unknown) => {
  process.stderr.write(reason(new Catalogues(wordsFolder), problem));
  process.exit(1);
});
