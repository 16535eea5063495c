import type { Raw } from './raw-database.js';
import { Visitor } from './visitor.js';

export const PASSWORD = 'talad-demo-2569';

/** Somebody who came in by one of the demo's doors. */
export async function through(base: string, door: 'ลองเป็นผู้เรียน' | 'ลองเป็นผู้สอน' | 'ลองเป็นผู้ประเมิน'): Promise<Visitor> {
  const visitor = new Visitor(base);
  await visitor.visit('/');
  await visitor.press(door);
  return visitor;
}

/** A new member of staff of any centre with the demo's password, written as a row: the page that hires knows one centre. */
export async function hired(
  raw: Raw,
  base: string,
  staff: { email: string; name: string; centreId: string },
): Promise<Visitor> {
  const [like] = await raw.ask(`SELECT * FROM "person" WHERE "email" = 'assessor@taladlab.example'`);
  const { email, name: displayName, centreId } = staff;
  await raw.insert('person', { ...like, id: `per_${email.split('@')[0]}`, displayName, email, centreId });
  const visitor = new Visitor(base);
  await visitor.visit('/staff');
  await visitor.press('เข้าระบบ', { email, password: PASSWORD });
  return visitor;
}

/** The demo's first learner does a little of the shop, so that something is met and something is not, and hands in. */
export async function handIn(learner: Visitor, title: string, image?: Buffer): Promise<string> {
  const { $ } = await learner.visit('/home');
  const action = $(`:is(main > section, li):contains("${title}") form[action^="/assignments/"]`).attr('action') ?? '';
  await learner.pressIn(action);
  const attempt = new URL(learner.page.path, learner.base).pathname;
  const market = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1];
  const words = { name: 'เรือนทดลองของนวล', description: 'ของทำเองจากบ้าน', licence: 'own' };
  await learner.upload(`/m/${market}/shop/profile`, 'บันทึก', words, image ? { image } : {});
  await learner.visit(`/m/${market}/shop/payments`);
  await learner.press('บันทึก', { use_promptpay: '1', use_card: '1' });
  await learner.visit(attempt);
  await learner.press('ส่งงาน');
  return new URL(learner.page.path, learner.base).pathname.split('/').at(-1) ?? '';
}
