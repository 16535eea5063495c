import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { ObjectStorage } from '../../platform/files/object-storage.service.js';
import { sha256Hex } from '../../shared/hash.js';
import { drawGoods, type PictureRole } from './draw/draw-goods.js';
import type { PictureFlaw } from './draw/flaws.js';
import { type KeptPicture, Media } from './media.service.js';

/** All that decides how a drawn picture looks. */
export interface PictureOrder {
  kind: string;
  palette?: string;
  role: PictureRole;
  seed: string;
  flaw?: PictureFlaw;
  /** Pixels. */
  longEdge: number;
}

/**
 * Drawn pictures, each rendered once for all markets: rendering takes a third of a second of a core, and a class of thirty
 * would ask for the same picture thirty times.
 */
@Injectable()
export class GoodsPictures {
  private readonly pictures = new Map<string, Promise<KeptPicture>>();

  constructor(
    private readonly media: Media,
    private readonly storage: ObjectStorage,
  ) {}

  /** The picture as it lies in the storage, drawn now when nobody has asked for it before. */
  picture(order: PictureOrder): Promise<KeptPicture> {
    const { kind, palette, role, seed, flaw, longEdge } = order;
    const key = JSON.stringify([kind, palette, role, seed, flaw, longEdge]);
    const known = this.pictures.get(key);
    if (known) return known;
    const picture = this.findOrDraw(order);
    this.pictures.set(key, picture);
    // A full disk today must not be remembered until the next restart.
    picture.catch(() => this.pictures.delete(key));
    return picture;
  }

  /** The note that a picture is there is named after its drawing, so that a changed drawing is a new picture. */
  private async findOrDraw({ kind, palette, role, seed, flaw, longEdge }: PictureOrder): Promise<KeptPicture> {
    const svg = drawGoods(kind, seed, role, { palette, flaw });
    const note = `${sha256Hex(`${longEdge}\n${svg}`)}.json`;
    const found = await this.storage.find(note);
    if (found) return JSON.parse(found.toString()) as KeptPicture;
    const png = await sharp(Buffer.from(svg)).resize(longEdge).png({ compressionLevel: 1 }).toBuffer();
    const kept = await this.media.keep(png);
    // After the files: two processes may both draw, but neither reads of a picture that is not there yet.
    await this.storage.put(note, Buffer.from(JSON.stringify(kept)));
    return kept;
  }
}
