import type { Facts } from './facts.js';

type Fault = (facts: Facts) => void;

/** For specs: what each fault robot leaves in an otherwise perfect snapshot, by the robot's name in the exercises. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  perfect: () => {},
  empty: (facts) => Object.assign(facts, { shop: null, products: [], orders: [], events: [] }),
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
};
