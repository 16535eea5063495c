import { describe, expect, it } from '@jest/globals';
import { provinces } from '../addresses/address-tree.js';
import { whyRealDetail } from '../personas/real-details.js';
import { findCertificate, isPracticeCertificate, loadCertificates, whyNotCertified } from './certificate.js';
import { getGoods } from './goods.js';

const all = [...loadCertificates().values()];

describe('the practice register', () => {
  it('holds certificates whose numbers are visibly practice and nobody else’s', () => {
    expect(all.length).toBeGreaterThanOrEqual(20);
    expect(all.filter(({ number }) => !number.startsWith('ฝึก') || !isPracticeCertificate(number))).toEqual([]);
    for (const real of ['สช 50100021', 'สช50100021', 'GI-69-001', '69-001', 'ฝึก-สช-69-0001'])
      expect(isPracticeCertificate(real)).toBe(false);
    expect(all.filter((one) => whyRealDetail(JSON.stringify(one)))).toEqual([]);
  });

  it('names goods that there are, from the province of their indication', () => {
    for (const { goods, province } of all) {
      expect(provinces()).toContain(province);
      expect([goods, getGoods(goods).province]).toEqual([goods, province]);
    }
  });

  it('finds a number as people type it', () => {
    const [first] = all;
    expect(findCertificate(' ฝึก-สช-๖๙-๐๐๑ ')).toBe(first);
    expect(findCertificate('ฝึก-สช-69-999')).toBeNull();
  });
});

describe('a certificate', () => {
  const [certificate] = all;
  if (!certificate) throw new Error('The register is empty.');
  const listing = { goodsKey: certificate.goods, shopName: certificate.holder };

  it('counts for the goods and the shop that it names, until its last day', () => {
    expect(whyNotCertified(certificate, listing, certificate.until)).toBeNull();
    expect(whyNotCertified(null, listing, '2026-11-02')).toBe('unknown');
    expect(whyNotCertified(certificate, { ...listing, goodsKey: 'banana-chips' }, '2026-11-02')).toBe('other_goods');
    expect(whyNotCertified(certificate, { ...listing, shopName: 'ร้านอื่น' }, '2026-11-02')).toBe('other_shop');
    expect(whyNotCertified(certificate, listing, '2099-01-01')).toBe('expired');
  });
});
