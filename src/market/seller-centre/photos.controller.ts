import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { invalid, type Problem, Refusal } from '../../shared/refusal.js';
import { PHOTO_ROLES } from '../catalogue/listing.js';
import { Listings } from '../catalogue/listings.service.js';
import { Media } from '../media/media.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { type Form, safeText } from '../shops/shop-input.js';
import { PhotosPage } from './photos-page.service.js';

@Controller('m/:market/products/:product/photos')
@Allow('learner', 'trainer')
export class PhotosController {
  constructor(
    private readonly access: MarketAccess,
    private readonly listings: Listings,
    private readonly media: Media,
    private readonly photosPage: PhotosPage,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Param('product') id: string, @Me() me: Signed): Promise<Page> {
    return this.photosPage.of(await this.access.enter(market, me), id, null);
  }

  @Post()
  async add(
    @Param('market') market: string,
    @Param('product') id: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await this.store(standing, id, form ?? {});
      return seeOther(`/m/${market}/products/${id}/photos`, success('products.photo_added'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.photosPage.of(standing, id, { values: form ?? {}, problems: refusal.problems, from: 'upload' });
    }
  }

  @Post(':media/removal')
  async remove(
    @Param('market') market: string,
    @Param('product') id: string,
    @Param('media') mediaId: string,
    @Me() me: Signed,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.listings.removePhoto(by, { productId: id, mediaId });
    return seeOther(`/m/${market}/products/${id}/photos`, success('products.photo_removed'));
  }

  private async store(standing: Standing, productId: string, form: Form): Promise<void> {
    const problems: Problem[] = [];
    const role = PHOTO_ROLES.find((one) => one === form.role);
    if (!role) problems.push({ field: 'role', key: 'products.role_needed' });
    if (!(form.photo instanceof Buffer) || form.photo.length === 0)
      problems.push({ field: 'photo', key: 'products.photo_needed' });
    const alt = safeText(form, 'alt', problems, 200);
    if (!role || problems.length > 0) throw invalid(problems);
    const licence = form.licence === 'own' ? 'own' : 'unknown';
    const photo = await this.media.store(form.photo as Buffer, { licence, source: 'camera', flaws: [], alt });
    await this.listings.addPhoto(standing.by, { productId, role, photo });
  }
}
