import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { postgresDocument, searchDocument } from '../search/search-document.js';
import { fts5Query, postgresQuery, type SearchScope, sandboxToken } from '../search/search-query.js';
import { findCategory } from './categories.js';

/** The words by which listings are found, kept in the transaction that changes them. */
@Injectable()
export class SearchIndex {
  constructor(private readonly db: Database) {}

  async put(market: string, productId: string): Promise<void> {
    const [row] = await this.db.sql<
      Record<string, string>
    >`SELECT p."title", p."titleEn", p."description", p."categoryId", p."attributes", p."optionName",
        s."name" AS "shop", p."province", s."province" AS "shopProvince" FROM "product" p JOIN "shop" s ON s."id" = p."shopId" WHERE p."id" = ${productId}`;
    if (!row) return;
    const category = row.categoryId ? findCategory(row.categoryId) : null;
    const names = [category?.name.th, category?.name.en, row.shop, row.province, row.shopProvince];
    const document = searchDocument(
      {
        title: { th: row.title ?? '', en: row.titleEn },
        description: { th: row.description ?? '' },
        names: [...new Set(names.filter((name): name is string => Boolean(name)))],
        attributes: JSON.parse(row.attributes ?? '{}') as Record<string, unknown>,
      },
      { sandboxId: tokenOf(market) },
    );
    await this.remove(market, productId);
    if (this.db.postgres) {
      await this.db
        .sql`INSERT INTO "product_search" ("productId", "words") VALUES (${productId}, CAST(${postgresDocument(document)} AS tsvector))`;
    } else {
      await this.db
        .sql`INSERT INTO "product_search" ("productId", "scope", "title", "body") VALUES (${productId}, ${document.scope}, ${document.title}, ${document.body})`;
    }
  }

  /** SQLite's index of words knows no ids: a deletion by id alone would read the words of every market there is. */
  async remove(market: string, productId: string): Promise<void> {
    if (this.db.postgres) {
      await this.db.sql`DELETE FROM "product_search" WHERE "productId" = ${productId}`;
    } else {
      await this.db.sql`DELETE FROM "product_search" WHERE "rowid" IN (SELECT "rowid" FROM "product_search"
        WHERE "product_search" MATCH ${`scope:"${sandboxToken(tokenOf(market))}"`} AND "productId" = ${productId})`;
    }
  }

  /** The ids of listings that hold the words, best first; null when nothing to look for was typed. */
  async find(scope: readonly string[], typed: string): Promise<string[] | null> {
    const [market, edition] = scope;
    // Both are generations with a token of the same kind: the edition is a market whose shelf others look at.
    const wanted = [market, edition]
      .filter((id): id is string => Boolean(id))
      .map((id): SearchScope => ({ sandboxId: tokenOf(id) }));
    const found = await Promise.all(wanted.map((one) => this.findIn(one, typed)));
    if (found.some((ids) => ids === null)) return null;
    return found.flatMap((ids) => ids ?? []);
  }

  private async findIn(scope: SearchScope, typed: string): Promise<string[] | null> {
    const query = this.db.postgres ? postgresQuery(typed, scope) : fts5Query(typed, scope);
    if (!query) return null;
    const rows = this.db.postgres
      ? await this.db.sql<{
          productId: string;
        }>`SELECT "productId" FROM "product_search" WHERE "words" @@ CAST(${query} AS tsquery)
          ORDER BY ts_rank("words", CAST(${query} AS tsquery)) DESC, "productId" LIMIT 240`
      : await this.db.sql<{
          productId: string;
        }>`SELECT "productId" FROM "product_search" WHERE "product_search" MATCH ${query}
          ORDER BY bm25("product_search", 0, 0, 4, 1), "productId" LIMIT 240`;
    return rows.map((row) => row.productId);
  }
}

/** A token is one word: the generation's dot would part it. */
const tokenOf = (market: string): string => market.replace('.', 'g');
