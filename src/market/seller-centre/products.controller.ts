import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound, type Problem, Refusal } from '../../shared/refusal.js';
import { findCategory } from '../catalogue/categories.js';
import { ClaimWarnings } from '../catalogue/claim-warnings.service.js';
import { listingFrom, wholeFrom } from '../catalogue/listing-input.js';
import { ListingReader } from '../catalogue/listing-reader.service.js';
import { Listings } from '../catalogue/listings.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { choicePage } from './goods-choice.js';
import { productForm, type TypedProduct, withMeasures } from './product-page.js';

@Controller('m/:market/products')
@Allow('learner', 'trainer')
export class ProductsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly listings: Listings,
    private readonly reader: ListingReader,
    private readonly warnings: ClaimWarnings,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const products = await this.reader.ownAll(standing.market, standing.by.party);
    // Where nothing is listed yet there is one thing to do.
    return products.length === 0 ? choicePage(standing, []) : page('market/products/list', { market, products });
  }

  @Get(':product')
  async edit(@Param('market') market: string, @Param('product') id: string, @Me() me: Signed): Promise<Page> {
    return this.form(await this.access.enter(market, me), id, {}, []);
  }

  @Post(':product')
  async save(
    @Param('market') market: string,
    @Param('product') id: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const variants = await this.reader.variants(standing.market, id);
    if (form?.fill === 'measures') return this.measured(standing, id, form);
    try {
      const input = listingFrom(
        form ?? {},
        findCategory(String(form?.categoryId ?? '')),
        variants.map((variant) => variant.id),
      );
      await this.listings.save(standing.by, { ...input, productId: id });
      return seeOther(`/m/${market}/products/${id}`, success('products.saved'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.form(standing, id, { listing: form ?? {} }, refusal.problems);
    }
  }

  @Post(':product/stock')
  async stock(
    @Param('market') market: string,
    @Param('product') id: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const problems: Problem[] = [];
    const variants = await this.reader.variants(standing.market, id);
    const counts = variants
      .map(({ id: variantId }) => ({ variantId, counted: wholeFrom(form ?? {}, `stock_${variantId}`, problems) }))
      .filter((count): count is { variantId: string; counted: number } => count.counted !== null);
    if (problems.length > 0) return this.form(standing, id, { counts: form ?? {} }, problems);
    await this.listings.saveOpeningStock(standing.by, { productId: id, counts });
    return seeOther(`/m/${market}/products/${id}`, success('products.stock_saved'));
  }

  @Post(':product/objections')
  async dispute(
    @Param('market') market: string,
    @Param('product') id: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.listings.disputeClaim(by, { productId: id, phrase: String(form?.phrase ?? '') });
    return seeOther(`/m/${market}/products/${id}`, success('claims.disputed'));
  }

  @Post(':product/publication')
  async publish(@Param('market') market: string, @Param('product') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.listings.publish(by, { productId: id });
    return seeOther(`/m/${market}/products/${id}`, success('products.published'));
  }

  @Post(':product/withdrawal')
  async unpublish(@Param('market') market: string, @Param('product') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.listings.unpublish(by, { productId: id });
    return seeOther(`/m/${market}/products/${id}`, success('products.withdrawn'));
  }

  /** The page again with the measured weights and sizes in it; nothing is saved yet. */
  private async measured(standing: Standing, id: string, form: Form): Promise<Page> {
    const listing = await this.reader.own(standing.market, standing.by.party, id);
    if (!listing) throw notFound();
    const variants = await this.reader.variants(standing.market, id);
    return this.form(standing, id, { listing: withMeasures(form, listing, variants) }, []);
  }

  private async form(standing: Standing, id: string, typed: TypedProduct, problems: Problem[]): Promise<Page> {
    const listing = await this.reader.own(standing.market, standing.by.party, id);
    if (!listing) throw notFound();
    const [variants, photos] = await Promise.all([this.reader.variants(standing.market, id), this.reader.photos(id)]);
    const shown = productForm(listing, variants, typed);
    const claims = await this.warnings.standing(standing.sandbox.ruleSet, listing, photos);
    return page(
      'market/products/edit',
      { market: standing.sandbox.id, listing, photos, problems, claims, ...shown },
      problems.length > 0 ? 422 : 200,
    );
  }
}
