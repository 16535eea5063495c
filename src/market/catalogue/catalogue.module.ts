import { Module } from '@nestjs/common';
import { MediaModule } from '../media/media.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { Certificates } from './certificates.service.js';
import { ClaimWarnings } from './claim-warnings.service.js';
import { ListingReader } from './listing-reader.service.js';
import { Listings } from './listings.service.js';
import { SearchIndex } from './search-index.service.js';
import { Stock } from './stock.service.js';

@Module({
  imports: [MediaModule, ShopsModule],
  providers: [Stock, ListingReader, SearchIndex, ClaimWarnings, Listings, Certificates],
  exports: [Stock, ListingReader, SearchIndex, ClaimWarnings, Listings, Certificates],
})
export class CatalogueModule {}
