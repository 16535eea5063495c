import { Injectable } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';
import { ObjectStorage } from '../../platform/files/object-storage.service.js';
import { sha256Hex } from '../../shared/hash.js';
import { notFound } from '../../shared/refusal.js';
import { differenceHash } from './difference-hash.js';
import { drawGoods, type PictureRole } from './draw/draw-goods.js';
import type { PictureFlaw } from './draw/flaws.js';
import { type KeptPicture, Media } from './media.service.js';
import { knownSize, type PhotoSize, webpOf } from './photo-file.js';

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

/** Units in which the drawings are made, and the resolution at which one of them is a pixel. */
const DRAWN_EDGE = 1200;
const DRAWN_DENSITY = 72;

/**
 * Drawn pictures, each rendered once for all markets: rendering takes a third of a second of a core, and a class of thirty
 * would ask for the same picture thirty times.
 */
@Injectable()
export class GoodsPictures {
  private readonly pictures = new Map<string, Promise<KeptPicture>>();
  private readonly drawing = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly media: Media,
    private readonly storage: ObjectStorage,
  ) {}

  /** The picture as it lies in the storage, drawn now when nobody has asked for it before. */
  picture(order: PictureOrder): Promise<KeptPicture> {
    const { kind, palette, role, seed, flaw, longEdge } = order;
    return once(this.pictures, JSON.stringify([kind, palette, role, seed, flaw, longEdge]), () =>
      this.findOrDraw(order),
    );
  }

  /**
   * A picture that is drawn when somebody first looks at it, so that a market of hundreds of pictures opens in seconds. Its address is
   * the hash of its drawing; beside it lies what to draw. The order is kept, not the drawing, which is three hundred times as long.
   */
  onSight(order: PictureOrder): Promise<KeptPicture> {
    return once(this.pictures, JSON.stringify(['on sight', drawnBy(order), order.longEdge]), () =>
      this.keepOrder(order),
    );
  }

  /** The WebP file of any photo, drawn now where it waits for its first look. */
  async file(sha: string, size: number): Promise<Buffer> {
    const wanted = knownSize(size);
    if (!wanted || !/^[0-9a-f]{64}$/.test(sha)) throw notFound();
    const name = `${sha}-${wanted}`;
    // Several people look at a new picture at once; one drawing serves them all, and then the file does.
    return (
      (await this.media.find(sha, wanted)) ??
      once(this.drawing, name, () => this.drawAt(sha, wanted)).finally(() => this.drawing.delete(name))
    );
  }

  private async keepOrder(order: PictureOrder): Promise<KeptPicture> {
    const svg = drawnBy(order);
    const sha = sha256Hex(`on sight\n${order.longEdge}\n${svg}`);
    const gray = await render(svg, 90).resize(9, 8, { fit: 'fill' }).grayscale().raw().toBuffer();
    await this.storage.put(orderName(sha), Buffer.from(JSON.stringify(order)));
    return { sha, width: order.longEdge, height: order.longEdge, phash: differenceHash(gray) };
  }

  private async drawAt(sha: string, size: PhotoSize): Promise<Buffer> {
    const kept = await this.storage.find(orderName(sha));
    if (!kept) throw notFound();
    const order = JSON.parse(kept.toString()) as PictureOrder;
    const file = await webpOf(render(drawnBy(order), Math.min(size, order.longEdge)), size);
    await this.media.put(sha, size, file);
    return file;
  }

  /** The note that a picture is there is named after its drawing, so that a changed drawing is a new picture. */
  private async findOrDraw(order: PictureOrder): Promise<KeptPicture> {
    const svg = drawnBy(order);
    const note = `${sha256Hex(`${order.longEdge}\n${svg}`)}.json`;
    const found = await this.storage.find(note);
    if (found) return JSON.parse(found.toString()) as KeptPicture;
    const png = await sharp(Buffer.from(svg)).resize(order.longEdge).png({ compressionLevel: 1 }).toBuffer();
    const kept = await this.media.keep(png);
    // After the files: two processes may both draw, but neither reads of a picture that is not there yet.
    await this.storage.put(note, Buffer.from(JSON.stringify(kept)));
    return kept;
  }
}

const orderName = (sha: string): string => `${sha}.order.json`;

const drawnBy = ({ kind, palette, role, seed, flaw }: PictureOrder): string =>
  drawGoods(kind, seed, role, { palette, flaw });

/** Rendered at the size that is wanted: half the time of rendering it whole and shrinking it. */
const render = (svg: string, edge: number): Sharp =>
  sharp(Buffer.from(svg), { density: (DRAWN_DENSITY * edge) / DRAWN_EDGE });

/** What is made under a key, made once. A full disk today must not be remembered until the next restart. */
function once<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  fresh.catch(() => made.delete(key));
  return fresh;
}
