import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { findCategory } from '../catalogue/categories.js';
import type { Variant } from '../catalogue/listing.js';
import { ListingReader } from '../catalogue/listing-reader.service.js';
import { ratingOf } from '../reviews/review.js';
import { ReviewReader } from '../reviews/review-reader.service.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { attributeWords } from './attribute-words.js';
import { PublicShops } from './public-shops.service.js';
import { ShelfReader } from './shelf.service.js';
import { shelfLinks } from './shelf-page.js';
import { wantedFrom } from './wanted.js';

@Controller('m/:market')
@Allow('signed_in')
export class StorefrontController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shelf: ShelfReader,
    private readonly reader: ListingReader,
    private readonly shops: Shops,
    private readonly publicShops: PublicShops,
    private readonly reviews: ReviewReader,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed, @Query() query: Record<string, string>): Promise<Page> {
    const { scope } = await this.access.enter(market, me);
    const wanted = wantedFrom(query);
    const found = await this.shelf.page(scope, wanted);
    // The form for it is a page of its own, so that the list stays small on a weak line.
    const filtering = query.filters ? { provinces: await this.provinces(scope, wanted.province) } : null;
    const links = shelfLinks(market, wanted, found.hasNext);
    return page('market/storefront/list', { market, ...found, wanted, filtering, ...links });
  }

  @Get('p/:product')
  async product(
    @Param('market') market: string,
    @Param('product') id: string,
    @Query('reviews') reviewPage: string,
    @Me() me: Signed,
  ): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const listing = await this.reader.onShelf(standing.scope, id);
    if (!listing) throw notFound();
    const [variants, photos, methods, returns, shop, said, shopRating] = await Promise.all([
      this.reader.variants(standing.market, id),
      this.reader.photos(id),
      this.shops.methods(listing.shopId),
      this.shops.returns(listing.shopId),
      this.publicShops.find(standing.scope, listing.shopId),
      this.reviews.ofProduct(id, Number(reviewPage ?? 1)),
      this.reviews.ofShop(listing.shopId),
    ]);
    const category = listing.categoryId ? findCategory(listing.categoryId) : null;
    const choices = choicesOf(variants);
    return page('market/storefront/product', {
      market,
      heading: listing.title,
      listing,
      choices,
      photos: photos.map((photo, index) => ({ ...photo, number: index + 1 })),
      hasMorePhotos: photos.length > 1,
      methods,
      returns,
      shop,
      category,
      attributes: attributeWords(category, listing.attributes),
      prices: priceRange(choices),
      canBuy: choices.some(({ canBuy }) => canBuy),
      rating: ratingOf(listing.reviewCount, listing.starSum),
      said,
      shopRating,
      isOwn: shop?.ownerParty === standing.by.party,
    });
  }

  /** The shop as buyers see it: what stands here is what the law and the graders look at. */
  @Get('s/:shop')
  async shop(@Param('market') market: string, @Param('shop') id: string, @Me() me: Signed): Promise<Page> {
    const { scope, by } = await this.access.enter(market, me);
    const shop = await this.publicShops.find(scope, id);
    if (!shop) throw notFound();
    const [methods, payments, returns, cards, rating] = await Promise.all([
      this.shops.methods(id),
      this.shops.paymentMethods(id),
      this.shops.returns(id),
      this.publicShops.shelf(id),
      this.reviews.ofShop(id),
    ]);
    return page('market/storefront/shop', {
      market,
      heading: shop.name,
      isOwn: shop.ownerParty === by.party,
      shop,
      methods,
      payments,
      returns,
      cards,
      rating,
    });
  }

  private async provinces(scope: readonly string[], chosen: string) {
    return (await this.shelf.provinces(scope)).map((name) => ({ name, isChosen: name === chosen }));
  }
}

/** The first that can be bought is chosen already: most goods have only one. */
function choicesOf(variants: readonly Variant[]) {
  const canBuy = (variant: Variant): boolean => variant.available > 0 && variant.price !== null;
  const first = variants.find(canBuy);
  return variants.map((variant) => ({ ...variant, canBuy: canBuy(variant), isChosen: variant === first }));
}

function priceRange(variants: readonly Pick<Variant, 'price'>[]): { lowest: number; highest: number } | null {
  const prices = variants.map(({ price }) => price).filter((price) => price !== null);
  return prices.length > 0 ? { lowest: Math.min(...prices), highest: Math.max(...prices) } : null;
}
