import { loadGoods } from '../../market/catalogue/goods.js';
import type { PaymentMethod } from '../../market/shops/shop.js';
import type { Offer } from './offer.js';

/** A listing and its shop as raw rows hold them. */
export interface ProductRow {
  id: string;
  market: string;
  shopId: string;
  goodsKey: string | null;
  title: string;
  description: string;
  categoryId: string | null;
  attributes: string;
  unit: string | null;
  extraCharges: string | null;
  shopName: string;
  shopDescription: string;
  imageMediaId: string | null;
  phone: string | null;
  policyOf: string | null;
}
export type VariantRow = {
  id: string;
  productId: string;
  sku: string;
  price: string | number;
  available: string | number;
};
export type PhotoRow = { productId: string; flaws: string };
export type MethodRow = { shopId: string; code: string; bangkok: number; upcountry: number; island: number };
export type PaymentRow = { shopId: string; method: PaymentMethod };

export interface Around {
  variants: readonly VariantRow[];
  photos: readonly PhotoRow[];
  methods: readonly MethodRow[];
  payments: readonly PaymentRow[];
}

/** An offer from its row and from the rows around many of them, or null where nobody knows what the goods are. */
export function offerFrom(row: ProductRow, isOwn: boolean, around: Around): Offer | null {
  const goods = row.goodsKey ? loadGoods().get(row.goodsKey) : undefined;
  if (!goods) return null;
  const photos = around.photos.filter((photo) => photo.productId === row.id);
  const good = photos.filter(({ flaws }) => flaws === '').length;
  const { id: productId, shopId, shopName, title, description, categoryId, unit } = row;
  return {
    ...{ productId, shopId, shopName, isOwn, goods, title, description, categoryId, unit },
    attributes: JSON.parse(row.attributes) as Offer['attributes'],
    photos: { good, flawed: photos.length - good },
    variants: variantsOf(row, around.variants),
    deliveries: around.methods
      .filter((method) => method.shopId === shopId)
      .map(({ code, bangkok, upcountry, island }) => ({ code, fees: { bangkok, upcountry, island } })),
    payments: around.payments.filter((payment) => payment.shopId === shopId).map(({ method }) => method),
    shop: {
      description: row.shopDescription,
      hasImage: row.imageMediaId !== null,
      hasContact: row.phone !== null,
      hasReturns: row.policyOf !== null,
    },
  };
}

function variantsOf({ id, extraCharges }: ProductRow, rows: readonly VariantRow[]): Offer['variants'] {
  const charges = JSON.parse(extraCharges ?? '[]') as Array<{ amount: number }>;
  const extra = charges.reduce((sum, charge) => sum + charge.amount, 0);
  return rows
    .filter((row) => row.productId === id)
    .map((row) => ({
      id: row.id,
      sku: row.sku,
      satang: Number(row.price) + extra,
      available: Number(row.available),
    }));
}
