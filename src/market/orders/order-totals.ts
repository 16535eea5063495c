export interface PricedLine {
  /** Satang. */
  priceSatang: number;
  extraSatang: number;
  quantity: number;
}

export interface Totals {
  goodsSatang: number;
  extraSatang: number;
  shippingSatang: number;
  totalSatang: number;
}

/** What one shop's order costs in satang: goods, what the listing charges on top of each piece, and the parcel. */
export function orderTotals(lines: readonly PricedLine[], shippingSatang: number): Totals {
  const goodsSatang = lines.reduce((sum, line) => sum + line.priceSatang * line.quantity, 0);
  const extraSatang = lines.reduce((sum, line) => sum + line.extraSatang * line.quantity, 0);
  return { goodsSatang, extraSatang, shippingSatang, totalSatang: goodsSatang + extraSatang + shippingSatang };
}

/** Lines by shop, in the order in which the shops first appear. */
export function byShop<T extends { shopId: string }>(lines: readonly T[]): Array<[string, T[]]> {
  const shops = new Map<string, T[]>();
  for (const line of lines) shops.set(line.shopId, [...(shops.get(line.shopId) ?? []), line]);
  return [...shops];
}
