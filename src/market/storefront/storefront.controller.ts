import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { findCategory, loadCategories } from '../catalogue/categories.js';
import { ListingReader } from '../catalogue/listing-reader.service.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { PublicShops } from './public-shops.service.js';
import { ShelfReader, type Wanted } from './shelf.service.js';

const MOST_PAGES = 50;

@Controller('m/:market')
@Allow('signed_in')
export class StorefrontController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shelf: ShelfReader,
    private readonly reader: ListingReader,
    private readonly shops: Shops,
    private readonly publicShops: PublicShops,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed, @Query() query: Record<string, string>): Promise<Page> {
    const { scope } = await this.access.enter(market, me);
    const wanted = wantedFrom(query);
    const found = await this.shelf.page(scope, wanted);
    const groups = loadCategories().map(({ id, name }) => ({ id, name, isChosen: id === wanted.groupId }));
    const next = found.hasNext ? address(market, wanted, wanted.page + 1) : null;
    const previous = wanted.page > 1 ? address(market, wanted, wanted.page - 1) : null;
    return page('market/storefront/list', { market, ...found, wanted, groups, next, previous });
  }

  @Get('p/:product')
  async product(@Param('market') market: string, @Param('product') id: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const listing = await this.reader.onShelf(standing.scope, id);
    if (!listing) throw notFound();
    const [variants, photos, methods] = await Promise.all([
      this.reader.variants(standing.market, id),
      this.reader.photos(id),
      this.shops.methods(listing.shopId),
    ]);
    const category = listing.categoryId ? findCategory(listing.categoryId) : null;
    const attributes = (category?.attributes ?? [])
      .map(({ key, label, unit }) => ({ label, unit, value: [listing.attributes[key] ?? ''].flat().join(', ') }))
      .filter(({ value }) => value !== '');
    const canBuy = variants.some((variant) => variant.available > 0 && variant.price);
    return page('market/storefront/product', {
      market,
      listing,
      variants,
      photos,
      methods,
      attributes,
      category,
      canBuy,
    });
  }

  /** The shop as buyers see it: what stands here is what the law and the graders look at. */
  @Get('s/:shop')
  async shop(@Param('market') market: string, @Param('shop') id: string, @Me() me: Signed): Promise<Page> {
    const { scope } = await this.access.enter(market, me);
    const shop = await this.publicShops.find(scope, id);
    if (!shop) throw notFound();
    const [methods, payments, returns, cards] = await Promise.all([
      this.shops.methods(id),
      this.shops.paymentMethods(id),
      this.shops.returns(id),
      this.publicShops.shelf(id),
    ]);
    return page('market/storefront/shop', { market, shop, methods, payments, returns, cards });
  }
}

function wantedFrom(query: Record<string, string>): Wanted {
  const number = Number(query.page ?? 1);
  return {
    query: String(query.q ?? '').slice(0, 100),
    groupId: String(query.group ?? ''),
    categoryId: String(query.category ?? ''),
    sort: query.sort === 'cheap' ? 'cheap' : 'new',
    page: Number.isInteger(number) && number >= 1 && number <= MOST_PAGES ? number : 1,
  };
}

function address(market: string, wanted: Wanted, number: number): string {
  const query = new URLSearchParams({
    q: wanted.query,
    group: wanted.groupId,
    category: wanted.categoryId,
    sort: wanted.sort,
    page: String(number),
  });
  return `/m/${market}?${query}`;
}
