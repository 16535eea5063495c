import { comparable } from './thai-text.js';

/** What one of each unit is in grams, by the ways in which people write it. */
export const GRAMS: Record<string, number> = {
  กรัม: 1,
  ก: 1,
  g: 1,
  ขีด: 100,
  กก: 1000,
  กิโล: 1000,
  กิโลกรัม: 1000,
  kg: 1000,
};

/** What one of each unit is in millimetres. */
export const MILLIMETRES: Record<string, number> = {
  มม: 1,
  มิลลิเมตร: 1,
  mm: 1,
  ซม: 10,
  เซนติเมตร: 10,
  เซ็นติเมตร: 10,
  cm: 10,
  ม: 1000,
  เมตร: 1000,
  m: 1000,
};

const MOST = 9_999_999;

/**
 * A weight or size as a person writes it, in the smallest of its units: "230", "๑.๕ กก.", "1,200 กรัม", "45 ซม.". Null when it cannot
 * be read, or when it is no whole number of that unit.
 */
export function measureFrom(typed: string, units: Record<string, number>): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,3}))?\s*(.*)$/.exec(comparable(typed));
  if (!match) return null;
  const [, whole = '', part = '', unit = ''] = match;
  const factor = unit ? units[unit.replace(/[.\s]/g, '')] : 1;
  if (factor === undefined) return null;
  // In thousandths, because 1.15 * 1000 is not 1150.
  const thousandths = Number(whole.replace(/,/g, '')) * 1000 + Number(part.padEnd(3, '0'));
  const measured = (thousandths * factor) / 1000;
  return Number.isInteger(measured) && measured <= MOST ? measured : null;
}
