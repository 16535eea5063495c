import { describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { startApp, stopApp } from '../support/server.mjs';
import { appUrl } from '../support/visitor.js';

describe('the settings', () => {
  it.each([
    ['PORT', 'eighty', 'Setting PORT'],
    ['PORT', '70000', 'Setting PORT'],
    ['DATABASE_URL', 'mysql://somewhere', 'must begin with postgres://'],
    ['STRIPE_SECRET_KEY', 'sk_live_123', 'must be a test key: real money is never taken here'],
    ['PROVIDER', 'elsewhere', 'Setting PROVIDER'],
    ['LOG_LEVEL', 'loud', 'Setting LOG_LEVEL'],
  ])('stop the start with a sentence when %s is %s', async (name, value, sentence) => {
    const start = startApp({ DATA_DIR: '/tmp/taladlab-never', DATABASE_URL: '', [name]: value });
    const why = await start.then(() => 'it started', String);
    expect(why).toContain('The app ended with 1');
    expect(why).toContain(sentence);
    expect(why).not.toContain('    at ');
  });

  it.each(['PORT', 'PROVIDER_PORT'])('say in one sentence each that %s is taken', async (setting) => {
    const place = await ownDatabase(`port_taken_${setting.toLowerCase()}`);
    const { port } = new URL(appUrl());
    const why = await startApp({ ...place, [setting]: port }).then(() => 'it started', String);
    expect(why).toContain(`${setting}=${Number(port) + 1} npm start`);
    expect(why).not.toMatch(/EADDRINUSE|ERROR| {4}at /);
    await dropDatabase(place);
  });

  it('let a start say nothing that is a warning', async () => {
    const place = await ownDatabase('quiet_start');
    const app = await startApp({ ...place, LOG_LEVEL: 'warn' });
    const printed = app.printed();
    await stopApp(app);
    await dropDatabase(place);
    expect(printed).not.toMatch(/Warning|"level":[4-6]0/);
  });

  it('end a process in good order when it is told to stop', async () => {
    const app = await startApp(await ownDatabase('stopping'));
    await stopApp(app);
    expect(app.child.exitCode).toBe(0);
  });
});
