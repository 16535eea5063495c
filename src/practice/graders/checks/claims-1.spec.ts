import { describe, expect, it } from '@jest/globals';
import { unresolvedClaims } from '../../../market/rule-sets/claims.js';
import { perfectFacts } from '../perfect-facts.js';
import { saidOf } from '../spec-support.js';

// Cannot see: claims in words that the list does not have, text inside photos, stories and hints ("ป้าข้างบ้านกินแล้วเดินได้"), and
// whether an honest sentence misleads: those are the assessor's part.
const { rules } = perfectFacts();
const claims = (text: string) => unresolvedClaims(text, rules);

describe('the claims of a text', () => {
  it.each([
    'สมุนไพรพื้นบ้าน ไม่มีผลในการป้องกันหรือรักษาโรค',
    'ไม่ใช่ยารักษาโรค กินเป็นขนม',
    'เราไม่โฆษณาว่ารักษาโรคหรือลดน้ำหนัก',
    'ไม่สามารถรักษาเบาหวานได้ กินแต่พอดี',
    'A snack. It does not cure anything. Secure packing.',
    'กล้วยฉาบทอดใหม่ อร่อย กรอบ น้ำหนัก 200 กรัม',
  ])('are none in "%s"', (text) => {
    expect(claims(text)).toEqual([]);
  });

  it.each([
    ['กินแล้วรักษาโรคกระเพาะ', 'รักษาโรค'],
    ['กินแล้ว รัก-ษา โ.ร.ค กระเพาะ', 'รักษาโรค'],
    ['ไม่ใส่สีช่วยรักษาโรคกระเพาะ', 'รักษาโรค'],
    ['ไม่ใช่ยา รักษาโรคกระเพาะได้ดี', 'รักษาโรค'],
    ['ไม่เพียงอร่อย แต่ยังลดน้ำหนัก', 'ลดน้ำหนัก'],
    ['ไม่ใช่แค่ขนม ปลอดภัย 100 %', 'ปลอดภัย 100%'],
    ['Not only cure, it is tasty', 'cure'],
    ['เห็นผล ๑๐๐%', 'เห็นผล 100%'],
  ])('are found in "%s"', (text, phrase) => {
    expect(claims(text)).toEqual([phrase]);
  });
});

describe('a listing', () => {
  const withClaim = (disputed: boolean | null) =>
    saidOf('claims@1', ({ products: [product] }) => {
      if (!product) return;
      product.description.text += ' กินแล้วรักษาโรคกระเพาะ';
      if (disputed !== null) product.claimHits.push({ phrase: 'รักษาโรค', shownSeq: 8, disputed });
    });

  it('with a claim that she was shown and kept is not met', () => {
    expect(withClaim(false)).toBe('claim');
  });

  it('with a claim that she disputes, or was never shown, goes to a person', () => {
    expect(withClaim(true)).toBe('disputed');
    expect(withClaim(null)).toBe('not_shown');
  });

  it('is read in its title and in the alternative text of its photos too', () => {
    const hit = { phrase: 'หายขาด', shownSeq: 8, disputed: false };
    const title = saidOf('claims@1', ({ products: [product] }) =>
      Object.assign(product ?? {}, { title: { text: 'กล้วยฉาบหายขาด 200 กรัม', words: [] }, claimHits: [hit] }),
    );
    const alt = saidOf('claims@1', ({ products: [product] }) => {
      Object.assign(product ?? {}, { claimHits: [hit] });
      Object.assign(product?.photos[2] ?? {}, { alt: { text: 'กินแล้วหายขาด', words: [] } });
    });
    expect([title, alt]).toEqual(['claim', 'claim']);
  });

  it('that mended what she was shown is met', () => {
    const mended = saidOf('claims@1', ({ products: [product] }) =>
      product?.claimHits.push({ phrase: 'รักษาโรค', shownSeq: 8, disputed: false }),
    );
    expect(mended).toBe('met');
  });
});
