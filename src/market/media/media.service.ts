import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { ObjectStorage } from '../../platform/files/object-storage.service.js';
import { sha256Hex } from '../../shared/hash.js';
import { notFound } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { developPhoto, knownSize, type PhotoSize } from './photo-file.js';

/** What an act needs to know of a photo that lies in the storage already: plain JSON, so that a replay needs no upload. */
export interface StoredPhoto {
  sha: string;
  width: number;
  height: number;
  phash: string;
  licence: 'own' | 'licensed' | 'unknown' | 'others';
  source: 'camera' | 'tray' | 'upload';
  flaws: string[];
  alt: string;
}

export type KeptPicture = Pick<StoredPhoto, 'sha' | 'width' | 'height' | 'phash'>;

@Injectable()
export class Media {
  constructor(
    private readonly db: Database,
    private readonly storage: ObjectStorage,
  ) {}

  /** Decodes and stores an upload. Outside any act: files come first, so that a row never names a picture that is not there. */
  async store(
    upload: Uint8Array,
    known: Pick<StoredPhoto, 'licence' | 'source' | 'flaws' | 'alt'>,
  ): Promise<StoredPhoto> {
    return { ...(await this.keep(upload)), ...known };
  }

  /** Keeps a picture in its three sizes and answers what can be told from the picture alone. */
  async keep(upload: Uint8Array): Promise<KeptPicture> {
    const { files, width, height, phash } = await developPhoto(upload);
    const sha = sha256Hex(files.get(1600) ?? upload);
    for (const [size, file] of files) await this.put(sha, size, file);
    return { sha, width, height, phash };
  }

  /** The row of a stored photo in a market. */
  async add(act: Act, photo: StoredPhoto): Promise<string> {
    const id = act.nextId('med');
    await this.db
      .sql`INSERT INTO "media" ("id", "market", "ownerParty", "sha", "width", "height", "phash", "licence", "source", "flaws", "alt")
      VALUES (${id}, ${act.market}, ${act.party}, ${photo.sha}, ${photo.width}, ${photo.height}, ${photo.phash}, ${photo.licence},
        ${photo.source}, ${photo.flaws.join(' ')}, ${photo.alt})`;
    return id;
  }

  /** The WebP file of a photo by its content's hash. The hash is unguessable, so an address is as good as a permission. */
  async file(sha: string, size: number): Promise<Buffer> {
    const known = knownSize(size);
    const file = known ? await this.find(sha, known) : null;
    if (!file) throw notFound();
    return file;
  }

  async find(sha: string, size: PhotoSize): Promise<Buffer | null> {
    return /^[0-9a-f]{64}$/.test(sha) ? this.storage.find(`${sha}-${size}.webp`) : null;
  }

  put(sha: string, size: PhotoSize, file: Uint8Array): Promise<void> {
    return this.storage.put(`${sha}-${size}.webp`, file);
  }
}
