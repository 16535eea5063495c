import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Config } from '../platform/config/config.js';
import { serverSecret } from '../platform/config/secret.js';
import { OperatorProblem, runCommand } from '../platform/console/command.js';
import { openDatabase } from '../platform/database/data-source.js';
import type { Database } from '../platform/database/database.js';
import { ServerSecret } from '../platform/web/server-secret.js';
import { type Admin, AdminReset, RESET_MINUTES } from './admin-reset.service.js';
import { Secrets } from './secrets.service.js';
import { Sessions } from './sessions.service.js';
import { Throttle } from './throttle.service.js';

/** `npm run admin:reset [-- EMAIL]`: draws a code with which an administrator chooses a new password, also while the app runs. */
await runCommand(async (tell) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const config = new Config(process.env);
  // Opening would make an empty database, and then say that it has no administrator.
  if (!config.env.DATABASE_URL && !existsSync(join(config.dataDir, 'taladlab.sqlite')))
    throw new OperatorProblem('no_data', { dataDir: config.dataDir });
  const db = await openDatabase(config);
  try {
    const reset = resetIn(db, serverSecret(config.dataDir));
    const admin = oneOf(await reset.admins(), positionals[0]?.trim().toLowerCase());
    const code = await reset.drawCode(admin);
    const address = `${config.env.APP_URL?.replace(/\/$/, '') ?? `http://localhost:${config.env.PORT}`}/admin-reset`;
    tell('admin_code', { email: admin.email, address, code, minutes: RESET_MINUTES });
  } finally {
    await db.close();
  }
});

function resetIn(db: Database, key: string): AdminReset {
  const secret = new ServerSecret(key);
  const sessions = new Sessions(db, secret);
  return new AdminReset(db, new Secrets(secret), sessions, new Throttle(db), new ActivityLog(db, key));
}

/** The one that was named, or the only one there is. */
function oneOf(admins: readonly Admin[], email: string | undefined): Admin {
  const named = email ? admins.filter((admin) => admin.email === email) : admins;
  const [admin] = named;
  if (admin && named.length === 1) return admin;
  if (admins.length === 0) throw new OperatorProblem('admin_none');
  throw new OperatorProblem('admin_which', { emails: admins.map((one) => one.email).join(', ') });
}
