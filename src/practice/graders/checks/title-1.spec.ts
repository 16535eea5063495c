import { describe, expect, it } from '@jest/globals';
import { fullySaidOf, saidOf } from '../spec-support.js';

// Cannot see: whether the feature named is the main one or true, whether the words read well, a brand that the scenario does not list,
// nor stuffing by synonyms, each used once. Short kind nouns (ชา) need a segmenter that parts them from their neighbours.
const say = (text: string, words = text.split(' ')) =>
  saidOf('title@1', ({ products }) => Object.assign(products[0] ?? {}, { title: { text, words } }));

describe('the title', () => {
  it.each([
    'กล้วยฉาบเนยกรอบ ทอดสด 200 กรัม',
    'กล้วยกรอบรสหวาน ถุงใหญ่ ครึ่งกิโล ส่งทุกวัน',
    'กล้วย\u200bทอดกรอบ บ้านท่าชัย ๒๕๐ ก. แพ็ก ๓ ถุง',
  ])('is right as "%s"', (text) => {
    expect(say(text)).toBe('met');
  });

  it.each([
    ['กล้วยฉาบ 200 กรัม', 'too_short'],
    ['กล้วยฉาบเนยกรอบ ทอดสดใหม่ทุกเช้า', 'no_size'],
    ['กล้วยฉาบเนยกรอบ สูตร 3 ทอดสดทุกเช้า', 'no_size'],
    ['กล้วยฉาบ กรอบ กรอบ กรอบ ทอดสด 200 กรัม', 'repeated'],
    ['กล้วยฉาบเหมือน CRISPO ทอดสด 200 กรัม', 'other_brand'],
    [`กล้วยฉาบ 200 กรัม ${'อร่อยมากเลยนะ'.repeat(9)}`, 'too_long'],
  ])('is nearly right as "%s", but %s', (text, key) => {
    expect(say(text)).toBe(key);
  });

  it('with a kind noun that no list has goes to a person', () => {
    expect(say('ข้าวแต๋นน้ำแตงโม ทอดสด 200 กรัม')).toBe('kind_unknown');
    expect(say('ชามกระเบื้องเขียนลาย ใบใหญ่ 6 นิ้ว')).toBe('kind_unknown');
  });

  it('does not take a short noun inside another word for the kind', () => {
    const tea = (text: string, words: string[]) =>
      saidOf('title@1', ({ products, scenario }) => {
        Object.assign(scenario.goods[0] ?? {}, { kindNouns: ['ชา'] });
        Object.assign(products[0] ?? {}, { title: { text, words } });
      });
    expect(tea('ชามกระเบื้องเขียนลาย 6 นิ้ว', ['ชาม', 'กระเบื้อง'])).toBe('kind_unknown');
    expect(tea('ชาใบหม่อนคั่วมือ 40 กรัม', ['ชา', 'ใบหม่อน'])).toBe('met');
  });

  it('may repeat a number, since sizes do', () => {
    expect(say('กล้วยฉาบทอดสดใหม่ ถุง 20 x 20 x 20 ซม.')).toBe('met');
  });

  it('that was left empty is not attempted', () => {
    expect(say(' \u200b ')).toBe('empty');
  });

  it('is not judged on a draft, which the hint says, nor when nothing is listed', () => {
    const draft = fullySaidOf('title@1', ({ products }) => Object.assign(products[0] ?? {}, { status: 'draft' }));
    expect(draft).toMatchObject({ key: 'not_published', evidence: [{ where: { page: 'product', id: 'prd_1' } }] });
    expect(saidOf('title@1', (facts) => facts.products.splice(0))).toBe('none');
  });
});
