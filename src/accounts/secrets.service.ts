import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { ServerSecret } from '../platform/web/server-secret.js';

/** OWASP's least for argon2id: 19 MiB and two passes, about 25 ms here. A class of thirty signs in within seconds. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes what people sign in with. The server's key is mixed in first, so that a copied database alone gives nothing to try on. */
@Injectable()
export class Secrets {
  constructor(private readonly key: ServerSecret) {}

  hash(secret: string): Promise<string> {
    return hash(this.peppered(secret), COST);
  }

  /** False for a missing hash too, after the same work: how long an answer takes must not tell who exists. */
  async matches(stored: string | null, secret: string): Promise<boolean> {
    const answer = await verify(stored ?? (await this.decoy), this.peppered(secret));
    return answer && stored !== null;
  }

  private readonly decoy = hash('nobody', COST);

  private peppered(secret: string): string {
    return createHmac('sha256', this.key.value).update(`secret:${secret}`).digest('base64url');
  }
}
