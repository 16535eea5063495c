import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { startApp, stopApp } from '../support/server.mjs';
import { Visitor } from '../support/visitor.js';

describe('an app behind a proxy with TLS', () => {
  let settings: Awaited<ReturnType<typeof ownDatabase>>;
  let app: Awaited<ReturnType<typeof startApp>>;

  beforeAll(async () => {
    settings = await ownDatabase('readiness');
    app = await startApp({ ...settings, APP_URL: 'https://talad.example', DEMO_DOORS: 'yes', LOG_LEVEL: 'info' });
  });
  afterAll(() => stopApp(app));

  it('gives a cookie that travels over TLS only and that no script reads', async () => {
    const answer = await supertest(app.url).post('/demo/learner').set('origin', app.url).type('form').send('');
    expect(answer.status).toBe(303);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^taladlab=[\w-]{43}\.[\w.-]+; .*HttpOnly; Secure; SameSite=Lax/,
    );
  });

  it('over plain http gives one that a phone in the hall keeps', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    expect(visitor.cookie('taladlab')).not.toBe('');
  });

  it('writes one line an answer, with the id that the answer carries', async () => {
    const { headers } = await supertest(app.url).get('/join');
    const lines = () =>
      app
        .printed()
        .split('\n')
        .filter((line) => line.includes(String(headers['x-request-id'])));
    for (let turn = 0; turn < 50 && lines().length === 0; turn += 1) await new Promise((done) => setTimeout(done, 20));
    expect(lines().map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ method: 'GET', url: '/join', status: 200, reqId: headers['x-request-id'] }),
    ]);
  });

  it('is ready while its database answers and not when that is gone', async () => {
    expect((await supertest(app.url).get('/readyz')).status).toBe(200);
    if (settings.DATABASE_URL) await dropDatabase(settings);
    else rmSync(`${settings.DATA_DIR}/taladlab.sqlite`);
    const { status, body } = await supertest(app.url).get('/readyz');
    expect([status, body]).toEqual([503, { status: 'database_gone' }]);
    expect((await supertest(app.url).get('/healthz')).status).toBe(200);
  });
});
