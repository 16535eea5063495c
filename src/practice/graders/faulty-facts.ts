import type { Facts } from './facts.js';

type Fault = (facts: Facts) => void;

/** For specs: what each fault robot leaves in an otherwise perfect snapshot, by the robot's name in the exercises. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  perfect: () => {},
  empty: (facts) => {
    Object.assign(facts, { shop: null, products: [], orders: [], events: [] });
    delete facts.money;
    delete facts.books;
  },
  'trademark-name': ({ shop }) => Object.assign(shop ?? {}, { name: 'ล้านนาคราฟต์ แม่มะลิ' }),
  'no-phone': ({ shop }) => Object.assign(shop?.publicPage ?? {}, { phone: null }),
  'fee-text-differs': ({ shop }) => shop?.texts.push({ place: 'post', text: 'ค่าส่ง 20 บาททั่วไทย', words: [] }),
  'one-payment-method': ({ shop }) => shop?.paymentMethods.splice(1),
  'short-return-days': ({ shop }) => Object.assign(shop?.returnsPolicy ?? {}, { days: 1 }),
  'two-photos': ({ products }) => products[0]?.photos.splice(1, 1),
  'no-size-in-title': ({ products }) =>
    Object.assign(products[0] ?? {}, { title: { text: 'กล้วยฉาบเนยกรอบ ทอดสดใหม่ทุกเช้า', words: ['กล้วย', 'ฉาบ'] } }),
  'missing-allergen': ({ products }) => {
    const allergens = products[0]?.mandatoryAttributes.find(({ key }) => key === 'allergens');
    if (allergens) allergens.value = null;
  },
  'cure-claim': ({ products }) => {
    const [product] = products;
    if (!product) return;
    product.description.text += ' กินแล้วรักษาโรคกระเพาะ';
    product.claimHits.push({ phrase: 'รักษาโรค', shownSeq: 8, disputed: false });
  },
  'inbox-price': ({ products }) => {
    const [product] = products;
    if (product) product.description.text += ' ราคาส่งทักแชทถามราคา';
  },
  'variant-without-weight': ({ products }) => Object.assign(products[0]?.variants[1] ?? {}, { weightG: null }),
  'wrong-opening-stock': ({ products }) => Object.assign(products[0]?.variants[0] ?? {}, { openingStock: 41 }),
  'document-outside': ({ orders }) => Object.assign(orders[0]?.shipment?.document ?? {}, { placement: 'outside' }),
  'wrong-postcode-label': ({ orders }) => {
    const address = orders[0]?.shipment?.label?.address;
    if (address) Object.assign(address, { postcode: '10501', chainValid: false });
  },
  'no-tracking-message': ({ orders }) => orders[0]?.shipment?.notices.splice(0),
  'account-of-a-child': ({ money }) => Object.assign(money?.accounts[0] ?? {}, { holder: 'ใบข้าว หัดค้า' }),
  'opens-untested': ({ money }) => Object.assign(money?.accounts[0] ?? {}, { testedSeq: 60 }),
  'request-without-delivery': ({ money }) => Object.assign(money?.requests[1] ?? {}, { asked: 20050 }),
  'cod-outside-conditions': ({ money }) => Object.assign(money?.cod.orders[0] ?? {}, { outside: ['amount'] }),
  'cod-without-rights': ({ money }) =>
    Object.assign(money?.cod.orders[0]?.confirmation ?? {}, { text: 'รับเก็บเงินปลายทางค่ะ เปิดดูก่อนจ่ายได้' }),
  'sends-on-a-slip': ({ money }) => Object.assign(money?.transfers[1] ?? {}, { handedOverSeq: 82 }),
  'accepts-a-forged-slip': ({ money }) => {
    const decision = money?.slips[1]?.decision;
    if (decision) Object.assign(decision, { result: 'accepted', reason: null });
  },
  'sends-back-all': ({ money }) => Object.assign(money?.differences[0]?.answers[0] ?? {}, { amount: 12000 }),
  'crossed-pairs': ({ books }) => {
    const [one, two] = books?.matching.submitted?.pairs ?? [];
    if (one && two) [one.creditId, two.creditId] = [two.creditId, one.creditId];
  },
  'payout-without-fees': ({ books }) => Object.assign(books?.payout ?? {}, { computed: { amount: 100000, seq: 101 } }),
  'line-without-document': ({ books }) => Object.assign(books?.lines[1] ?? {}, { documentId: null }),
  'vat-unregistered': ({ books }) => Object.assign(books?.receipts[0] ?? {}, { vat: 785 }),
  'no-refund-note': ({ books }) => books?.notes?.splice(0),
  'vat-as-income': ({ books }) => Object.assign(books?.profit ?? {}, { amount: 88_000 }),
  'short-invoice-vat-off': ({ books }) => Object.assign(books?.lines[1] ?? {}, { vat: 2_617 }),
  'plain-receipts': ({ books }) => Object.assign(books?.vat ?? {}, { registered: true }),
  'note-without-vat': ({ books }) => {
    Object.assign(books?.vat ?? {}, { registered: true });
    for (const receipt of books?.receipts ?? []) Object.assign(receipt, { title: 'short_invoice' });
    Object.assign(books?.notes?.[0] ?? {}, { title: 'credit_note' });
  },
  'household-as-expense': ({ books }) => Object.assign(books?.lines[2] ?? {}, { kind: 'expense' }),
};
