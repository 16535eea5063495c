import { sha256Hex } from '../../shared/hash.js';

/**
 * Account numbers of ธนาคารฝึก begin with letters and have eight digits: no bank's form takes one. The same owner has the same number
 * in every market, so that it can be printed on a card.
 */
export function accountNumber(owner: string): string {
  const digits = (Number.parseInt(sha256Hex(`practice bank/${owner}`).slice(0, 12), 16) % 100_000_000)
    .toString()
    .padStart(8, '0');
  return `PB-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

export const isAccountNumber = (text: string): boolean => /^PB-\d{4}-\d{4}$/.test(text);

/** As slips show an account that is not one's own: the last four digits. */
export const maskedAccount = (number: string): string => number.replace(/^PB-\d{4}/, 'PB-xxxx');
