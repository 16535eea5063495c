import { sealed, type Unread, unseal } from './checksum.js';
import { readTlv, valueIn, writeTlv } from './tlv.js';

/**
 * The small code of a slip. It holds no amount and no payee: only a name under which the bank can be asked. `practice` slips carry the
 * market's own mark where banks have `000001`, so that no checking service takes one for real.
 */
export type SlipCode =
  | { kind: 'practice' | 'bank'; bank: string; reference: string }
  | { kind: 'truemoney'; event: string; reference: string; day: string };

const BANK_API = '000001';
const PRACTICE_API = 'TLFUEK';
const CRC = '91';

/** The code as it is printed. Banks write the checksum large, TrueMoney small. */
export function slipCode(code: SlipCode): string {
  if (code.kind === 'truemoney') {
    const { event, reference, day } = code;
    const parts = ['01', '01', event, reference, day].map((value, at) => ({ id: `0${at}`, value }));
    const text = sealed([{ id: '00', value: writeTlv(parts) }], CRC);
    return text.slice(0, -4) + text.slice(-4).toLowerCase();
  }
  const api = code.kind === 'bank' ? BANK_API : PRACTICE_API;
  const parts = [api, code.bank, code.reference].map((value, at) => ({ id: `0${at}`, value }));
  return sealed(
    [
      { id: '00', value: writeTlv(parts) },
      { id: '51', value: 'TH' },
    ],
    CRC,
  );
}

export type SlipCodeProblem = Unread | 'qr.not_a_slip';

/** Reads the small code of a slip, or says by the key of a sentence why it is none. */
export function readSlipCode(text: string): SlipCode | SlipCodeProblem {
  const tags = unseal(text, CRC);
  if (typeof tags === 'string') return tags;
  const parts = readTlv(valueIn(tags, '00') ?? '');
  const [api, first, second, third, fourth] = ['00', '01', '02', '03', '04'].map((id) => valueIn(parts, id));
  if (api === '01' && first === '01' && second && third && fourth)
    return { kind: 'truemoney', event: second, reference: third, day: fourth };
  const kind = api === BANK_API ? 'bank' : api === PRACTICE_API ? 'practice' : null;
  if (!kind || !first || !second || valueIn(tags, '51') !== 'TH') return 'qr.not_a_slip';
  return { kind, bank: first, reference: second };
}
