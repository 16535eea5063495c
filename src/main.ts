process.env.TZ = 'UTC';

import { reason, wordsFolder } from './platform/console/command.js';
import { Catalogues } from './platform/web/i18n.js';
import { start } from './start.js';

start().catch((problem: unknown) => {
  process.stderr.write(reason(new Catalogues(wordsFolder), problem));
  process.exit(1);
});
