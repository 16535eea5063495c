import { Injectable } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { notFound, type Problem } from '../../shared/refusal.js';
import { ClaimWarnings } from '../catalogue/claim-warnings.service.js';
import { PHOTO_ROLES } from '../catalogue/listing.js';
import { ListingReader } from '../catalogue/listing-reader.service.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';

/** What was typed into which form of the page: the upload's, or that of a picture of the tray by its place. */
export interface TypedPhoto {
  values: Form;
  problems: Problem[];
  from: 'upload' | number;
}

/** The page of a listing's photos: those that it has, those that lie ready, and the form for one's own. */
@Injectable()
export class PhotosPage {
  constructor(
    private readonly reader: ListingReader,
    private readonly warnings: ClaimWarnings,
  ) {}

  async of({ sandbox, market, by }: Standing, id: string, typed: TypedPhoto | null): Promise<Page> {
    const listing = await this.reader.own(market, by.party, id);
    if (!listing) throw notFound();
    const photos = (await this.reader.photos(id)).map((photo) => ({ ...photo, label: `products.role_${photo.role}` }));
    const claims = await this.warnings.standing(sandbox.ruleSet, listing, photos);
    const tray = (sandbox.setup?.tray ?? []).map(({ role, flaw, longEdge }, index) => ({
      number: index + 1,
      // For ears what eyes see: what is on the picture and what is wrong with it, never whether to use it.
      shows: `products.tray_shows_${role}`,
      flaw: flaw ? `products.tray_flaw_${flaw}` : null,
      pixels: longEdge,
      ...formOf(typed, index + 1),
    }));
    const upload = formOf(typed, 'upload');
    return page(
      'market/products/photos',
      { market: sandbox.id, listing, photos, claims, tray, upload, problems: typed?.problems },
      typed ? 422 : 200,
    );
  }
}

function formOf(typed: TypedPhoto | null, from: TypedPhoto['from']) {
  const here = typed?.from === from ? typed : null;
  const values = here?.values ?? {};
  return {
    isOpen: here !== null,
    values,
    isOwn: values.licence === 'own',
    roles: PHOTO_ROLES.map((role) => ({ role, isChosen: role === values.role })),
  };
}
