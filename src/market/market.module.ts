import { Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { SandboxesModule } from './sandboxes/sandboxes.module.js';
import { SellerCentreModule } from './seller-centre/seller-centre.module.js';
import { ShopsModule } from './shops/shops.module.js';
import { StorefrontModule } from './storefront/storefront.module.js';

@Module({
  imports: [SandboxesModule, ShopsModule, CatalogueModule, SellerCentreModule, StorefrontModule],
  exports: [SandboxesModule, ShopsModule, CatalogueModule],
})
export class MarketModule {}
