import { describe, expect, it } from '@jest/globals';
import { cohensKappa, krippendorffsAlpha, percentAgreement, type Unit } from './agreement.js';

/** One string for each judge, one letter for each unit, a dot where she left it out. */
function judged(...judges: string[]): Unit[] {
  return [...(judges[0] ?? '')].map((_, at) =>
    judges.map((answers) => (answers[at] === '.' ? null : (answers[at] ?? null))),
  );
}

/** A table of how often the first said this and the second that. */
function table(counts: Record<string, number>): Unit[] {
  return Object.entries(counts).flatMap(([pair, count]) => Array.from({ length: count }, () => [...pair]));
}

describe("Cohen's kappa", () => {
  it('is 0.4 for 50 applications for a grant, the worked example of two readers', () => {
    const readers = table({ yy: 20, yn: 5, ny: 10, nn: 15 });
    expect(percentAgreement(readers)).toBeCloseTo(0.7, 4);
    expect(cohensKappa(readers)).toBeCloseTo(0.4, 4);
  });

  it('tells two tables with the same share of agreement apart', () => {
    const alike = table({ yy: 45, yn: 15, ny: 25, nn: 15 });
    const unlike = table({ yy: 25, yn: 35, ny: 5, nn: 35 });
    expect(percentAgreement(alike)).toBe(percentAgreement(unlike));
    expect(cohensKappa(alike)).toBeCloseTo(0.1304, 4);
    expect(cohensKappa(unlike)).toBeCloseTo(0.2593, 4);
  });

  it('counts no unit that one of them left out', () => {
    expect(cohensKappa(judged('yynnn', 'yyn.y'))).toBe(cohensKappa(judged('yynn', 'yyny')));
  });

  it('says nothing where chance alone would always agree', () => {
    expect(cohensKappa(judged('yyy', 'yyy'))).toBeNull();
    expect(cohensKappa([])).toBeNull();
  });
});

/** The tables of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), with their results; 4 decimals worked out by his formulas. */
describe("Krippendorff's alpha", () => {
  it('is 0.095 for two judges of ten units with two answers', () => {
    // 1 - (n-1) * o01 / (n0 * n1) = 1 - 19 * 4 / (14 * 6)
    expect(krippendorffsAlpha(judged('0100000010', '1110010000'))).toBeCloseTo(0.0952, 4);
  });

  it('is 0.692 for two judges of twelve units with five answers', () => {
    expect(krippendorffsAlpha(judged('aabbdcccedda', 'babbbccceddd'))).toBeCloseTo(0.692, 4);
  });

  it('is 0.743 for four judges of twelve units, some left out', () => {
    const four = judged('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    expect(krippendorffsAlpha(four)).toBeCloseTo(0.7434, 4);
  });

  it('leaves out a unit that one judge alone looked at', () => {
    const two = judged('0100000010', '1110010000');
    expect(krippendorffsAlpha([...two, ['1', null]])).toBe(krippendorffsAlpha(two));
  });

  it('says nothing where all answers are the same', () => {
    expect(krippendorffsAlpha(judged('yyy', 'yyy'))).toBeNull();
    expect(krippendorffsAlpha([])).toBeNull();
  });
});
