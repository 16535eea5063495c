import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { appUrl, Visitor } from '../support/visitor.js';
import { type Caller, type Expected, ROUTE_POLICIES } from './route-policies.js';

const CALLERS: Caller[] = ['anonymous', 'visitor', 'learner', 'trainer', 'assessor', 'admin'];
const DOORS = {
  visitor: 'ลองเล่น 1 นาที ไม่ต้องสมัคร',
  learner: 'ลองเป็นผู้เรียน',
  trainer: 'ลองเป็นผู้สอน',
  assessor: 'ลองเป็นผู้ประเมิน',
} as const;

/** A session's cookie and the token of its forms. */
interface Session {
  cookie: string;
  csrf: string;
}

async function sessionOf(caller: Caller): Promise<Session> {
  if (caller === 'anonymous') return { cookie: '', csrf: '' };
  const visitor = new Visitor();
  if (caller === 'admin') {
    await visitor.visit('/staff');
    await visitor.press('เข้าระบบ', { email: 'admin@taladlab.example', password: 'talad-demo-2569' });
  } else {
    await visitor.visit('/');
    await visitor.press(DOORS[caller]);
  }
  const { $ } = await visitor.visit('/home');
  return { cookie: visitor.cookie('taladlab'), csrf: String($('input[name=_csrf]').first().val()) };
}

/** The route with names that belong to nobody, or with a market that exists. */
const address = (url: string, market = 'nosuchmk') =>
  url
    .replace(':market', market)
    .replace('*', 'nothing')
    .replace(/:[a-z]+/g, 'nosuch');

async function call(route: string, { cookie, csrf }: Session, market?: string): Promise<number> {
  const [method = '', url = ''] = route.split(' ');
  const request = supertest(appUrl())[method.toLowerCase() as 'get'](address(url, market)).set('cookie', cookie);
  if (method === 'GET' || method === 'OPTIONS') return (await request).status;
  return (await request.set('origin', appUrl()).type('form').send({ _csrf: csrf })).status;
}

function answer(status: number): Expected {
  if (status === 401) return 'sign_in';
  return status === 403 ? 'refused' : 'allowed';
}

describe('who may call what', () => {
  let routes: string[];

  beforeAll(async () => {
    const { body } = await supertest(appUrl()).get('/healthz/routes');
    const listed = (body as Array<{ method: string; url: string }>).filter(({ method }) => method !== 'HEAD');
    routes = [...new Set(listed.map(({ method, url }) => `${method} ${url}`))];
  });

  it('is written down for every route there is, and for no other', () => {
    expect(routes.filter((route) => !(route in ROUTE_POLICIES))).toEqual([]);
    expect(Object.keys(ROUTE_POLICIES).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it.each(CALLERS)('holds for the %s at every route', async (caller) => {
    const session = await sessionOf(caller);
    const wrong: string[] = [];
    for (const [route, row] of Object.entries(ROUTE_POLICIES)) {
      // These begin or end a session themselves, and the one at hand is needed for the rest.
      if (caller !== 'anonymous' && /^POST \/(sign-out|staff|demo|try|account\/sessions\/ending)/.test(route)) continue;
      const status = await call(route, session);
      if (answer(status) !== row[caller] || status >= 500)
        wrong.push(`${route} answered ${status}, not ${row[caller]}`);
    }
    expect(wrong).toEqual([]);
  });

  it("hides another person's market behind the answer of one that does not exist", async () => {
    const trainer = new Visitor();
    await trainer.visit('/');
    await trainer.press(DOORS.trainer);
    await trainer.visit('/exercises');
    const { html } = await trainer.press('ดูตัวอย่างแบบผู้เรียน');
    const market = /\/m\/([a-z0-9]+)/.exec(html)?.[1] ?? '';
    expect((await trainer.visit(`/m/${market}/shop`)).status).toBe(200);

    const learner = await sessionOf('learner');
    const open: string[] = [];
    for (const route of routes.filter((each) => each.includes('/m/:market'))) {
      const status = await call(route, learner, market);
      if (status !== 404) open.push(`${route} answered ${status}`);
    }
    expect(open).toEqual([]);
  });

  it("hides another person's attempt", async () => {
    const trainer = new Visitor();
    await trainer.visit('/');
    await trainer.press(DOORS.trainer);
    await trainer.visit('/exercises');
    const { path } = await trainer.press('ดูตัวอย่างแบบผู้เรียน');
    const attempt = new URL(path, appUrl()).pathname;
    expect(attempt).toMatch(/^\/attempts\//);
    const learner = await sessionOf('learner');
    for (const [method, part] of [
      ['GET', ''],
      ['POST', '/check'],
      ['POST', '/submission'],
      ['POST', '/reset'],
    ] as const) {
      expect(await call(`${method} ${attempt}${part}`, learner)).toBe(404);
    }
  });
});
