import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { MediaModule } from '../media/media.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { NewProductController } from './new-product.controller.js';
import { PhotosController } from './photos.controller.js';
import { PhotosPage } from './photos-page.service.js';
import { ProductsController } from './products.controller.js';
import { ShopController } from './shop.controller.js';
import { TrayController } from './tray.controller.js';

/** The seller's pages; they have no tables of their own. */
@Module({
  imports: [CatalogueModule, MediaModule, ShopsModule],
  controllers: [ShopController, NewProductController, TrayController, PhotosController, ProductsController],
  providers: [PhotosPage],
})
export class SellerCentreModule {}
