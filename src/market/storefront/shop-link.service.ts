import { Injectable } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import { Config } from '../../platform/config/config.js';
import { addressForPhones } from '../../platform/web/own-address.js';
import { chatLink } from '../../shared/chat-link.js';

export interface ShopLink {
  address: string;
  /** SVG. */
  qr: string;
}

/** What a seller sends to her friends, so that they may look at her shop. */
@Injectable()
export class ShopLinks {
  constructor(private readonly config: Config) {}

  async of(path: string, host: string): Promise<ShopLink> {
    const address = chatLink(addressForPhones(this.config, host), path);
    return { address, qr: await drawQr(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) };
  }
}
