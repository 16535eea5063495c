import { readTlv, type Tag, writeTlv } from './tlv.js';

/** CRC-16/CCITT-FALSE: polynomial 1021, begins with FFFF, nothing turned round. Four hex digits, as EMVCo writes it. */
export function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** The fields with the checksum as the last of them, in the tag `crcId`; it goes over everything before its own digits. */
export function sealed(tags: readonly Tag[], crcId: string): string {
  const open = `${writeTlv(tags)}${crcId}04`;
  return open + checksum(open);
}

export type Unread = 'qr.not_a_code' | 'qr.no_checksum' | 'qr.wrong_checksum';

/** The fields before the checksum, or the catalogue key of what is wrong. Some apps write its letters small. */
export function unseal(text: string, crcId: string): Tag[] | Unread {
  const tags = readTlv(text);
  if (!tags) return 'qr.not_a_code';
  const last = tags.at(-1);
  if (last?.id !== crcId || last.value.length !== 4) return 'qr.no_checksum';
  return checksum(text.slice(0, -4)) === last.value.toUpperCase() ? tags.slice(0, -1) : 'qr.wrong_checksum';
}
