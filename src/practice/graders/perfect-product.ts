import type { PhotoFact, ProductFact, VariantFact } from './facts-products.js';

/** For specs: her banana chips in two flavours, published. */
export function perfectProduct(): ProductFact {
  return {
    id: 'prd_1',
    goodsKey: 'banana-chips',
    status: 'published',
    publishedSeq: 8,
    title: {
      text: 'กล้วยฉาบเนยกรอบ ทอดสด 200 กรัม',
      words: ['กล้วย', 'ฉาบ', 'เนย', 'กรอบ', 'ทอด', 'สด', '200', 'กรัม'],
    },
    description: {
      text: 'กล้วยน้ำว้าดิบฝานบาง ทอดในน้ำมันใหม่ทุกเช้า คลุกเนยเล็กน้อย กรอบ ไม่อมน้ำมัน',
      words: ['กล้วยน้ำว้า', 'ดิบ', 'ฝาน', 'บาง', 'ทอด', 'ใน', 'น้ำมัน', 'ใหม่'],
    },
    categoryId: 'food-snack',
    mandatoryAttributes: [
      { key: 'ingredients', label: 'ส่วนผสม', rule: 'text', max: null, value: ['กล้วยน้ำว้า', 'น้ำมันปาล์ม', 'เนย'] },
      { key: 'netWeight', label: 'น้ำหนักสุทธิ', rule: 'positive_number', max: 50000, value: 200 },
      { key: 'expiryDate', label: 'วันหมดอายุ', rule: 'future_date', max: null, value: '2027-01-20' },
      { key: 'allergens', label: 'ของที่อาจแพ้', rule: 'answered', max: null, value: ['milk'] },
    ],
    unit: 'ถุง',
    extraCharges: [],
    variants: [variant('BAN-SW', 'หวาน', 40), variant('BAN-SA', 'เค็ม', 35)],
    photos: [
      photo('pho_1', 'front', '0000000000000000'),
      photo('pho_2', 'detail', 'ffff000000000000'),
      photo('pho_3', 'label', '0000ffff00000000'),
    ],
    claimHits: [],
  };
}

function variant(sku: string, flavour: string, stock: number): VariantFact {
  return {
    sku,
    options: { รส: flavour },
    price: 4500,
    stock,
    weightG: 230,
    lengthMm: 180,
    widthMm: 80,
    heightMm: 240,
    openingStock: stock,
  };
}

/** For specs: a clear photo of her own. */
export function photo(id: string, role: PhotoFact['role'], phash: string): PhotoFact {
  return { id, role, width: 1200, height: 900, phash, licence: 'own', source: 'tray', flaws: [], alt: null };
}
