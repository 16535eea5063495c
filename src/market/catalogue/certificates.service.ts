import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { bangkokDay } from '../../shared/clock.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Shops } from '../shops/shops.service.js';
import {
  type Certificate,
  type CertificateRefusal,
  findCertificate,
  loadCertificates,
  whyNotCertified,
} from './certificate.js';
import { ListingReader } from './listing-reader.service.js';

const REFUSALS: Record<CertificateRefusal, string> = {
  unknown: 'certificates.unknown',
  other_goods: 'certificates.other_goods',
  other_shop: 'certificates.other_shop',
  expired: 'certificates.expired',
};

/** Certificates that listings carry. */
@Injectable()
export class Certificates {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly reader: ListingReader,
    private readonly shops: Shops,
  ) {}

  /** Puts a certificate to a listing, after a look into the practice register. */
  attach = this.acts.verb('certificate.attach', async (act, input: { productId: string; number: string }) => {
    const listing = await this.reader.own(act.market, act.party, input.productId);
    const shop = await this.shops.own(act.market, act.party);
    if (!listing || !shop) throw notFound();
    const certificate = findCertificate(input.number);
    const why = whyNotCertified(certificate, { goodsKey: listing.goodsKey, shopName: shop.name }, bangkokDay(act.now));
    if (why || !certificate) throw conflict(REFUSALS[why ?? 'unknown']);
    await this.db.sql`INSERT INTO "product_certificate" ("productId", "number", "attachedAt")
      VALUES (${listing.id}, ${certificate.number}, ${act.now}) ON CONFLICT DO NOTHING`;
    act.record('certificate.attached', listing.id, { number: certificate.number });
  });

  /** The certificates of a listing as the register has them. */
  async ofProduct(productId: string): Promise<Certificate[]> {
    const rows = await this.db.sql<{ number: string }>`SELECT "number" FROM "product_certificate"
      WHERE "productId" = ${productId} ORDER BY "number"`;
    return rows.flatMap(({ number }) => loadCertificates().get(number) ?? []);
  }
}
