import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface Asset {
  type: string;
  body: Buffer;
}

/** The static files by an address that holds their content's hash: a phone keeps them for good, and a new version has a new address. */
export class Assets {
  private readonly addresses = new Map<string, string>();
  private readonly files = new Map<string, Asset>();

  constructor(folder: string) {
    for (const name of readdirSync(folder)) {
      const type = TYPES[extname(name)];
      if (type) this.add(name, type, readFileSync(join(folder, name)));
    }
    this.rewriteStyles();
  }

  address(name: string): string {
    const address = this.addresses.get(name);
    if (!address) throw new Error(`There is no static file ${name}.`);
    return address;
  }

  find(address: string): Asset | null {
    return this.files.get(address) ?? null;
  }

  private add(name: string, type: string, body: Buffer): void {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    const address = `/assets/${hash}/${name}`;
    this.addresses.set(name, address);
    this.files.set(address, { type, body });
  }

  /** A style sheet names its fonts by file; here they get their hashed addresses. */
  private rewriteStyles(): void {
    for (const [name, address] of [...this.addresses].filter(([name]) => name.endsWith('.css'))) {
      const css = this.files.get(address)?.body.toString('utf8') ?? '';
      const rewritten = css.replace(/url\((["']?)(?:\.\/)?([\w.-]+)\1\)/g, (whole, _quote, file: string) =>
        this.addresses.has(file) ? `url(${this.address(file)})` : whole,
      );
      this.files.delete(address);
      this.add(name, 'text/css; charset=utf-8', Buffer.from(rewritten));
    }
  }
}
