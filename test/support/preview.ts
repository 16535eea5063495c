import { Visitor } from './visitor.js';

/** The demo's trainer who previews an exercise, on its attempt page. `seed` repeats a market. */
export async function preview(exercise: string, seed: string): Promise<{ learner: Visitor; market: string }> {
  const learner = new Visitor();
  await learner.visit('/');
  await learner.press('ลองเป็นผู้สอน');
  await learner.visit('/exercises');
  await learner.pressIn(`/exercises/${exercise}/preview`, { seed });
  const market = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1];
  if (!market) throw new Error(`No market on ${learner.page.path}`);
  return { learner, market };
}

/** Names the shop and begins a listing of the persona's goods; answers the path of its page. */
export async function beginListing(learner: Visitor, market: string): Promise<string> {
  await learner.visit(`/m/${market}/shop/profile`);
  await learner.press('บันทึก', { name: 'เรือนทดลองของนวล', description: 'ของทำเองจากบ้าน' });
  await learner.visit(`/m/${market}/products/new`);
  await learner.press(learner.page.$('button[name=goodsKey]').first().text());
  return new URL(learner.page.path, learner.base).pathname;
}
