import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { MaybeMe, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { findCategory } from '../catalogue/categories.js';
import { Certificates } from '../catalogue/certificates.service.js';
import type { Variant } from '../catalogue/listing.js';
import { ListingReader } from '../catalogue/listing-reader.service.js';
import { ratingOf } from '../reviews/review.js';
import { ReviewReader } from '../reviews/review-reader.service.js';
import { MarketAccess, type Sight } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { attributeWords } from './attribute-words.js';
import { PublicShops } from './public-shops.service.js';
import { ShelfReader } from './shelf.service.js';
import { shelfLinks } from './shelf-page.js';
import { type ShopLink, ShopLinks } from './shop-link.service.js';
import { wantedFrom } from './wanted.js';

@Controller('m/:market')
@Allow('anyone')
export class StorefrontController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shelf: ShelfReader,
    private readonly reader: ListingReader,
    private readonly shops: Shops,
    private readonly publicShops: PublicShops,
    private readonly reviews: ReviewReader,
    private readonly links: ShopLinks,
    private readonly certificates: Certificates,
  ) {}

  @Get()
  async list(
    @Param('market') market: string,
    @MaybeMe() me: Signed | null,
    @Query() query: Record<string, string>,
  ): Promise<Page> {
    const sight = await this.access.look(market, me);
    if (!sight) return closed();
    const { scope } = sight;
    const wanted = wantedFrom(query);
    const found = await this.shelf.page(scope, wanted);
    // The form for it is a page of its own, so that the list stays small on a weak line.
    const filtering = query.filters ? { provinces: await this.provinces(scope, wanted.province) } : null;
    const links = shelfLinks(market, wanted, found.hasNext);
    return page('market/storefront/list', { market, isVisitor: !sight.by, ...found, wanted, filtering, ...links });
  }

  @Get('p/:product')
  async product(
    @Param('market') market: string,
    @Param('product') id: string,
    @Query('reviews') reviewPage: string,
    @MaybeMe() me: Signed | null,
  ): Promise<Page> {
    const sight = await this.access.look(market, me);
    if (!sight) return closed();
    const listing = await this.reader.onShelf(sight.scope, id);
    if (!listing) throw notFound();
    const [variants, photos, methods, returns, shop, said, shopRating, certificates] = await Promise.all([
      this.reader.variants(sight.market, id),
      this.reader.photos(id),
      this.shops.methods(listing.shopId),
      this.shops.returns(listing.shopId),
      this.publicShops.find(sight.scope, listing.shopId),
      this.reviews.ofProduct(id, Number(reviewPage ?? 1)),
      this.reviews.ofShop(listing.shopId),
      this.certificates.ofProduct(id),
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
      certificates,
      isVisitor: !sight.by,
      isOwn: isHers(shop, sight),
    });
  }

  /** The shop as buyers see it: what stands here is what the law and the graders look at. */
  @Get('s/:shop')
  async shop(
    @Param('market') market: string,
    @Param('shop') id: string,
    @MaybeMe() me: Signed | null,
    @Headers('host') host: string,
  ): Promise<Page> {
    const sight = await this.access.look(market, me);
    if (!sight) return closed();
    const shop = await this.publicShops.find(sight.scope, id);
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
      isVisitor: !sight.by,
      isOwn: isHers(shop, sight),
      canChat: sight.by !== null && shop.market === sight.market && !isHers(shop, sight),
      link: isHers(shop, sight) ? await this.linkTo(sight, `/m/${market}/s/${id}`, host) : null,
      shop,
      methods,
      payments,
      returns,
      cards,
      rating,
    });
  }

  /** A link that opens for nobody is not offered. */
  private async linkTo({ sandbox }: Sight, path: string, host: string): Promise<ShopLink | null> {
    return (await this.access.isOpenToVisitors(sandbox)) ? this.links.of(path, host) : null;
  }

  private async provinces(scope: readonly string[], chosen: string) {
    return (await this.shelf.provinces(scope)).map((name) => ({ name, isChosen: name === chosen }));
  }
}

/** The same page for a market that is shut and for one that does not exist: a stranger learns nothing of either. */
const closed = (): Page => page('market/storefront/closed', {}, 404);

const isHers = (shop: { ownerParty: string } | null, { by }: Sight): boolean =>
  by !== null && shop?.ownerParty === by.party;

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
