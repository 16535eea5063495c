import { Injectable } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import type { ClassGroup } from '../accounts/class.entity.js';
import type { JoinCard } from '../accounts/classes.service.js';
import { Config } from '../platform/config/config.js';
import { type Page, page } from '../platform/web/answer.js';
import { addressForPhones } from '../platform/web/own-address.js';
import { chatLink } from '../shared/chat-link.js';

/** The printable sheet of join cards. It is shown once: the pictures are not kept, only their hash. */
@Injectable()
export class CardSheet {
  constructor(private readonly config: Config) {}

  async page(group: ClassGroup, cards: readonly JoinCard[], host: string): Promise<Page> {
    const address = this.address(host);
    const drawn = await Promise.all(cards.map((card) => this.draw(card, address)));
    return page('classroom/cards', {
      layout: 'print',
      shownOnce: 'classroom.cards_shown_once',
      classId: group.id,
      className: group.name,
      code: group.code,
      address,
      cards: drawn,
    });
  }

  /** Where learners' phones find this machine. */
  address(host: string): string {
    return addressForPhones(this.config, host);
  }

  private async draw(card: JoinCard, address: string) {
    const link = chatLink(address, `/join/${card.cardKey}`);
    return {
      name: card.name,
      pictures: card.pictures.map((id) => ({ label: `accounts.picture_${id}`, picture: `picture-${id}.svg` })),
      link,
      qr: await drawQr(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
    };
  }
}
