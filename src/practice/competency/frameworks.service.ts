import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import { notFound } from '../../shared/refusal.js';
import { seedPath } from '../../shared/seed-file.js';
import { type Framework, readFramework } from './framework.js';

/** The published framework versions: brought from seeds/frameworks at the start, never changed afterwards. */
@Injectable()
export class Frameworks implements OnModuleInit {
  /** What is published never changes, so that each is read once. */
  private readonly known = new Map<string, Framework>();

  constructor(private readonly db: Database) {}

  async onModuleInit(): Promise<void> {
    const folder = seedPath('frameworks');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      await this.publish(readFileSync(join(folder, file), 'utf8'), file);
    }
  }

  /** Idempotent by code and version; throws when a published version has other words than before. */
  async publish(text: string, name: string): Promise<void> {
    const { code, version } = readFramework(text, name);
    const id = `${code}-${version}`.toLowerCase();
    const body = canonicalJson(JSON.parse(text));
    const sha = sha256Hex(body);
    await this.db.transaction(async () => {
      await this.db.sql`INSERT INTO "framework" ("id", "body", "sha", "loadedAt")
        VALUES (${id}, ${body}, ${sha}, ${new Date()}) ON CONFLICT DO NOTHING`;
      const [kept] = await this.db.sql<{ sha: string }>`SELECT "sha" FROM "framework" WHERE "id" = ${id}`;
      if (kept?.sha !== sha) throw new Error(`${name}: ${code} ${version} is published: change it as a new version.`);
    });
  }

  /** A published framework by its id, such as `ecu-sbx-1.0.0`; 404 when there is none. */
  async get(id: string): Promise<Framework> {
    const known = this.known.get(id);
    if (known) return known;
    const [row] = await this.db.sql<{ body: string }>`SELECT "body" FROM "framework" WHERE "id" = ${id}`;
    if (!row) throw notFound();
    const framework = readFramework(row.body, id);
    this.known.set(id, framework);
    return framework;
  }
}
