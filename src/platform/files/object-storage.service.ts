import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { randomWord } from '../../shared/ids.js';
import { Config } from '../config/config.js';

/** How the name of a file ends that is still being written. */
export const HALF = '.half';

/** Files under a name that the caller derives from their content, so that writing one twice changes nothing. */
@Injectable()
export class ObjectStorage {
  constructor(private readonly config: Config) {}

  /** Written beside and renamed into place: after a power cut there is a whole file or none. */
  async put(name: string, content: Uint8Array): Promise<void> {
    const file = this.fileOf(name);
    await mkdir(dirname(file), { recursive: true });
    const half = `${file}.${randomWord(6)}${HALF}`;
    await writeFile(half, content);
    await rename(half, file);
  }

  async find(name: string): Promise<Buffer | null> {
    try {
      return await readFile(this.fileOf(name));
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw problem;
    }
  }

  private fileOf(name: string): string {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new Error(`Not a file's name: ${name}`);
    return join(this.config.dataDir, 'files', name.slice(0, 2), name);
  }
}
