import sharp, { type Sharp } from 'sharp';
import { invalid } from '../../shared/refusal.js';
import { differenceHash } from './difference-hash.js';

/** Long edges of the three sizes that pages use, in pixels. */
export const SIZES = [320, 800, 1600] as const;
export type PhotoSize = (typeof SIZES)[number];
const MOST_PIXELS = 50_000_000;
const KNOWN = new Set(['jpeg', 'png', 'webp']);

export interface Photo {
  width: number;
  height: number;
  /** Perceptual hash: 64 bits as 16 hex digits. */
  phash: string;
  /** WebP by long edge. */
  files: Map<PhotoSize, Buffer>;
}

/**
 * A photo as we keep it: decoded, turned upright, stripped of everything that the camera wrote beside the picture (place and time
 * among it) and encoded anew. What cannot be decoded safely is refused in words that say what to do.
 */
export async function developPhoto(upload: Uint8Array, field = 'photo'): Promise<Photo> {
  try {
    const source = sharp(upload, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 });
    const { format } = await source.metadata();
    if (!KNOWN.has(format ?? ''))
      throw invalid([{ field, key: format === 'heif' ? 'products.photo_heic' : 'products.photo_type' }]);
    // Down to the largest size first: three encodings from a phone's 12 megapixels would take three times as long.
    const upright = await source
      .rotate()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    return { ...(await encode(upright.data)), width: upright.info.width, height: upright.info.height };
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'Refusal') throw problem;
    const tooLarge = /pixel limit/i.test(String(problem));
    throw invalid([{ field, key: tooLarge ? 'products.photo_pixels' : 'products.photo_broken' }]);
  }
}

/** A size that pages use, or undefined. */
export const knownSize = (size: number): PhotoSize | undefined => SIZES.find((one) => one === size);

export const webpOf = (picture: Sharp, size: PhotoSize): Promise<Buffer> =>
  picture.webp({ quality: size === 320 ? 72 : 80, effort: 2 }).toBuffer();

async function encode(upright: Buffer): Promise<Pick<Photo, 'files' | 'phash'>> {
  const files: Photo['files'] = new Map();
  for (const size of SIZES) {
    const resized = sharp(upright).resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });
    files.set(size, await webpOf(resized, size));
  }
  const gray = await sharp(upright).resize(9, 8, { fit: 'fill' }).grayscale().raw().toBuffer();
  return { files, phash: differenceHash(gray) };
}
