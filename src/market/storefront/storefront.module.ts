import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { PublicShops } from './public-shops.service.js';
import { ShelfReader } from './shelf.service.js';
import { ShopLinks } from './shop-link.service.js';
import { StorefrontController } from './storefront.controller.js';

@Module({
  imports: [CatalogueModule, ReviewsModule, ShopsModule],
  controllers: [StorefrontController],
  providers: [ShelfReader, PublicShops, ShopLinks],
})
export class StorefrontModule {}
