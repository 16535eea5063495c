import { Injectable } from '@nestjs/common';
import { getGoods } from '../market/catalogue/goods.js';
import { GoodsPictures } from '../market/media/goods-pictures.service.js';

/** One of each group, as they lie on the first page. */
const SHOWN = ['mudmee-silk', 'krajood-bag', 'longan-honey', 'turmeric-soap', 'jasmine-rice', 'paper-lantern'];

/** What is sold here, drawn by ourselves: also where no market has been opened yet. */
@Injectable()
export class WelcomePictures {
  constructor(private readonly pictures: GoodsPictures) {}

  /** The names of the pictures' files. */
  shas(): Promise<string[]> {
    return Promise.all(
      SHOWN.map(async (key) => {
        const { kind, palette } = getGoods(key).picture;
        return (await this.pictures.onSight({ kind, palette, role: 'front', seed: 'a', longEdge: 1200 })).sha;
      }),
    );
  }
}
