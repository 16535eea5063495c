import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sealCookie } from '../../src/accounts/session-cookie.js';
import { NOTICE_VERSION } from '../../src/accounts/what-comes-first.js';
import type { Place } from './place.js';
import { Visitor } from './visitor.js';

/** Opens a learner's market to the demo's class, so that more than one can buy in it. */
export async function openToClass({ raw }: Place, market: string): Promise<void> {
  await raw.ask(`UPDATE "sandbox" SET "kind" = 'class', "ownerId" = NULL,
    "classId" = (SELECT "id" FROM "class_group" LIMIT 1) WHERE "id" = '${market}'`);
}

/** So many signed-in learners of the demo's class. Their rows and sessions are written as the app writes them: two hundred sign-ins would take minutes. */
export async function crowd({ raw, app, settings }: Place, size: number): Promise<Visitor[]> {
  const model = async (table: string, where = '') =>
    (await raw.ask(`SELECT * FROM "${table}" ${where} LIMIT 1`))[0] ?? {};
  const member = await model('class_member');
  const person = await model('person', `WHERE "id" = '${member.personId}'`);
  const session = await model('session');
  const visitors: Visitor[] = [];
  const secret = readFileSync(`${settings.DATA_DIR}/server.key`, 'utf8');
  for (let i = 0; i < size; i += 1) {
    const id = `crowd-${i}`;
    await raw.insert('person', { ...person, noticeVersion: NOTICE_VERSION, id, displayName: `ผู้ซื้อคนที่ ${i + 1}` });
    await raw.insert('class_member', { ...member, personId: id, cardKey: id });
    await raw.insert('session', { ...session, id: createHash('sha256').update(id).digest('base64url'), personId: id });
    visitors.push(new Visitor(app.url).carry(`taladlab=${sealCookie(secret, id, new Date())}; path=/`));
  }
  return visitors;
}
