import type { Facts } from './facts.js';
import { ZONES } from './facts-parts.js';
import type { ShippingQuote, ShopFact } from './facts-shop.js';

/** For specs: the card of มะลิ, who sells banana chips. */
export const MALI: Facts['persona'] = {
  name: 'มะลิ หัดค้า',
  phone: '00-9081-5880',
  address: {
    line: '154 หมู่ 1',
    subDistrict: 'ศรีสัชนาลัย',
    district: 'ศรีสัชนาลัย',
    province: 'สุโขทัย',
    postcode: '64190',
    chainValid: true,
  },
  contactPlaces: [
    {
      line: 'กลุ่มกล้วยบ้านท่าชัย 9 หมู่ 2',
      subDistrict: 'ท่าชัย',
      district: 'ศรีสัชนาลัย',
      province: 'สุโขทัย',
      postcode: '64190',
      chainValid: true,
    },
  ],
  registrationNumber: 'ฝึก-69-00101',
};

export const RATES = {
  standard: { bangkok: 3000, upcountry: 3500, island: 5000 },
  registered: { bangkok: 4500, upcountry: 5000, island: 7000 },
};

/** For specs: her shop, open, with everything that a buyer must find. */
export function perfectShop(): ShopFact {
  const shippingMethods: ShopFact['shippingMethods'] = [
    { code: 'standard', name: 'ส่งธรรมดา', tracked: false, fees: { ...RATES.standard } },
    { code: 'registered', name: 'ส่งลงทะเบียน', tracked: true, fees: { ...RATES.registered } },
  ];
  const quotes = (): ShippingQuote[] =>
    shippingMethods.flatMap(({ code, fees }) =>
      ZONES.map((zone) => ({ method: code, zone, fee: fees[zone], preparationDays: 2 })),
    );
  return {
    id: 'shp_1',
    name: 'กล้วยฉาบแม่มะลิ',
    description: 'กล้วยฉาบทอดใหม่ทุกเช้า จากกลุ่มกล้วยบ้านท่าชัย',
    categoryId: 'food-snack',
    image: { licence: 'own' },
    nameWarnings: [],
    createdSeq: 1,
    openedSeq: 5,
    publicPage: {
      sellerName: MALI.name,
      address: { ...MALI.address },
      phone: MALI.phone,
      registrationNumber: MALI.registrationNumber,
      quotes: quotes(),
    },
    shippingMethods,
    preparationDays: 2,
    madeToOrder: false,
    checkoutQuotes: quotes(),
    paymentMethods: [
      { method: 'promptpay', enabled: true },
      { method: 'card', enabled: true },
      { method: 'cod', enabled: false },
    ],
    codPolicy: null,
    returnsPolicy: {
      days: 7,
      payerFault: 'seller',
      payerNoFault: 'buyer',
      contact: 'ทักแชทร้าน หรือโทร 00-9081-5880',
      wording: { text: 'ของเสียหายหรือส่งผิด รับคืนเต็มจำนวน', words: ['ของ', 'เสียหาย', 'หรือ', 'ส่ง', 'ผิด'] },
      publishedSeq: 4,
    },
    texts: [{ place: 'shipping_policy', text: 'เตรียมของ 2 วัน ค่าส่งเริ่มต้น 30 บาท', words: ['เตรียม', 'ของ', '2', 'วัน'] }],
  };
}
