/** A listing as its pages need it. Texts are as typed; `null` is "not filled in yet". */
export interface Listing {
  id: string;
  market: string;
  shopId: string;
  goodsKey: string | null;
  title: string;
  titleEn: string | null;
  description: string;
  categoryId: string | null;
  groupId: string | null;
  attributes: Record<string, unknown>;
  unit: string | null;
  extraCharges: Array<{ name: string; amount: number }> | null;
  optionName: string | null;
  /** Where the goods come from. */
  province: string | null;
  status: 'draft' | 'published' | 'unpublished';
  publishedAt: string | null;
  /** How many reviewed it, and their stars taken together. */
  reviewCount: number;
  starSum: number;
}

export interface Variant {
  id: string;
  sku: string;
  /** The choice, empty for goods without options. */
  option: string;
  /** Satang. */
  price: number | null;
  weightG: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
  onHand: number | null;
  /** What may still be bought. */
  available: number;
}

export interface ListingPhoto {
  mediaId: string;
  sha: string;
  role: PhotoRole;
  alt: string;
}

export const PHOTO_ROLES = ['front', 'detail', 'scale', 'label'] as const;
export type PhotoRole = (typeof PHOTO_ROLES)[number];
export const MOST_PHOTOS = 9;

/** A listing as raw rows hold it, with its JSON columns read. */
export function listingFrom(row: Record<string, unknown>): Listing {
  return {
    ...(row as unknown as Listing),
    attributes: JSON.parse(String(row.attributes)) as Listing['attributes'],
    extraCharges: row.extraCharges === null ? null : (JSON.parse(String(row.extraCharges)) as Listing['extraCharges']),
  };
}

export const variantFrom = (row: Record<string, unknown>): Variant => ({
  ...(row as unknown as Variant),
  price: row.price === null ? null : Number(row.price),
  available: Number(row.available ?? 0),
});
