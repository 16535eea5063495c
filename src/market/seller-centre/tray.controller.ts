import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { invalid, notFound, type Problem, Refusal } from '../../shared/refusal.js';
import { getGoods } from '../catalogue/goods.js';
import { PHOTO_ROLES } from '../catalogue/listing.js';
import { ListingReader } from '../catalogue/listing-reader.service.js';
import { Listings } from '../catalogue/listings.service.js';
import { GoodsPictures } from '../media/goods-pictures.service.js';
import { type KeptPicture, Media } from '../media/media.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { TrayPicture } from '../sandboxes/market-setup.js';
import { type Form, safeText } from '../shops/shop-input.js';
import { PhotosPage } from './photos-page.service.js';

/** The pictures that lie ready beside a seller's goods: she looks at them and uses those that she finds good. */
@Controller('m/:market/products/:product/photos/tray')
@Allow('learner', 'trainer')
export class TrayController {
  constructor(
    private readonly access: MarketAccess,
    private readonly reader: ListingReader,
    private readonly listings: Listings,
    private readonly media: Media,
    private readonly pictures: GoodsPictures,
    private readonly photosPage: PhotosPage,
  ) {}

  @Get(':number.webp')
  async look(
    @Param('market') market: string,
    @Param('product') id: string,
    @Param('number') number: string,
    @Me() me: Signed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { kept } = await this.find(await this.access.enter(market, me), id, number);
    // What lies at a place of the tray never changes, but the place is this learner's.
    reply.type('image/webp').header('cache-control', 'private, max-age=31536000, immutable');
    return this.media.file(kept.sha, 320);
  }

  @Post(':number')
  async use(
    @Param('market') market: string,
    @Param('product') id: string,
    @Param('number') number: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const { picture, kept } = await this.find(standing, id, number);
    try {
      await this.add(standing, id, { picture, kept }, form ?? {});
      return seeOther(`/m/${market}/products/${id}/photos`, success('products.photo_added'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.photosPage.of(standing, id, { values: form ?? {}, problems: refusal.problems, from: Number(number) });
    }
  }

  private async add(
    { by }: Standing,
    productId: string,
    { picture, kept }: { picture: TrayPicture; kept: KeptPicture },
    form: Form,
  ): Promise<void> {
    const problems: Problem[] = [];
    const role = PHOTO_ROLES.find((one) => one === form.role);
    if (!role) problems.push({ field: 'role', key: 'products.role_needed' });
    const alt = safeText(form, 'alt', problems, 200);
    if (!role || problems.length > 0) throw invalid(problems);
    const licence = form.licence === 'own' ? 'own' : 'unknown';
    const flaws = picture.flaw ? [picture.flaw] : [];
    await this.listings.addPhoto(by, { productId, role, photo: { ...kept, licence, source: 'tray', flaws, alt } });
  }

  /** The picture at this place of the market's tray, drawn of the listing's goods. */
  private async find(
    { sandbox, market, by }: Standing,
    productId: string,
    number: string,
  ): Promise<{ picture: TrayPicture; kept: KeptPicture }> {
    const listing = await this.reader.own(market, by.party, productId);
    const picture = /^\d+$/.test(number) ? sandbox.setup?.tray?.[Number(number) - 1] : undefined;
    if (!listing?.goodsKey || !picture) throw notFound();
    const { kind, palette } = getGoods(listing.goodsKey).picture;
    return { picture, kept: await this.pictures.picture({ kind, palette, ...picture }) };
  }
}
