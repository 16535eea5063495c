import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { bothLanguages, slug } from './category-schema.js';

/**
 * A number of the practice register: ฝึก-สช-69-001 (kind, year in พ.ศ., running number). A real one is สช and eight digits, so that
 * none of ours can be somebody's.
 */
const NUMBER = /^ฝึก-สช-\d{2}-\d{3}$/;

const certificateSchema = z.strictObject({
  number: z.string().regex(NUMBER),
  /** The geographical indication as it is registered. */
  name: bothLanguages,
  province: z.string().min(1),
  /** Name of the shop that may use it. */
  holder: z.string().min(1),
  goods: slug,
  /** The last Bangkok day on which it counts. */
  until: z.iso.date(),
});

/** A certificate of the practice register: that a shop may sell goods under a geographical indication. All of it is fictional but the indication. */
export type Certificate = z.infer<typeof certificateSchema>;
export type CertificateRefusal = 'unknown' | 'other_goods' | 'other_shop' | 'expired';

let register: Map<string, Certificate> | undefined;

/** The practice register by number; read once. Throws an Error that names file, line and field. */
export function loadCertificates(): Map<string, Certificate> {
  if (register) return register;
  const file = z.strictObject({ certificates: z.array(certificateSchema) });
  const { certificates } = readSeedFile('registers/practice-gi.yaml', file);
  register = new Map(certificates.map((one) => [one.number, one]));
  if (register.size !== certificates.length) throw new Error('seeds/registers: two certificates share a number.');
  return register;
}

/** Whether this is formed as a number of the practice register is. Spaces and Thai digits are forgiven. */
export const isPracticeCertificate = (text: string): boolean => NUMBER.test(tidyNumber(text));

/** The register's entry for a number as typed. */
export const findCertificate = (text: string): Certificate | null => loadCertificates().get(tidyNumber(text)) ?? null;

/** Why a listing may not carry this certificate, or null. */
export function whyNotCertified(
  certificate: Certificate | null,
  listing: { goodsKey: string | null; shopName: string },
  today: string,
): CertificateRefusal | null {
  if (!certificate) return 'unknown';
  if (certificate.goods !== listing.goodsKey) return 'other_goods';
  if (certificate.holder !== listing.shopName) return 'other_shop';
  return certificate.until < today ? 'expired' : null;
}

const tidyNumber = (text: string): string => normaliseThai(text).replace(/\s/g, '');
