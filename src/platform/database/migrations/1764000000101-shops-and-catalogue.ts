import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "shop" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "ownerParty" varchar(80) NOT NULL, "name" varchar(120) NOT NULL,
    "description" text NOT NULL, "groupId" varchar(40), "imageMediaId" varchar(60), "imageLicence" varchar(12),
    "sellerName" varchar(120), "addressLine" varchar(200), "subDistrict" varchar(80), "district" varchar(80), "province" varchar(80),
    "postcode" varchar(5), "phone" varchar(30), "registrationNumber" varchar(40), "preparationDays" integer,
    "madeToOrder" boolean NOT NULL, "codLimit" bigint, "codArea" text, "codInspection" text, "status" varchar(12) NOT NULL,
    "openedAt" varchar(24), "createdAt" varchar(24) NOT NULL)`,
  'CREATE UNIQUE INDEX "shop_owner" ON "shop" ("market", "ownerParty")',
  `CREATE TABLE "shipping_method" (
    "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"), "code" varchar(40) NOT NULL, "name" varchar(80) NOT NULL,
    "tracked" boolean NOT NULL, "bangkok" integer NOT NULL, "upcountry" integer NOT NULL, "island" integer NOT NULL,
    PRIMARY KEY ("shopId", "code"))`,
  `CREATE TABLE "shop_payment_method" (
    "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"), "method" varchar(20) NOT NULL, PRIMARY KEY ("shopId", "method"))`,
  `CREATE TABLE "returns_policy" (
    "shopId" varchar(60) PRIMARY KEY REFERENCES "shop" ("id"), "days" integer NOT NULL, "payerFault" varchar(8) NOT NULL,
    "payerNoFault" varchar(8) NOT NULL, "contact" varchar(200) NOT NULL, "wording" text NOT NULL, "publishedAt" varchar(24) NOT NULL)`,
  `CREATE TABLE "media" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "ownerParty" varchar(80) NOT NULL, "sha" varchar(64) NOT NULL,
    "width" integer NOT NULL, "height" integer NOT NULL, "phash" varchar(16) NOT NULL, "licence" varchar(12) NOT NULL,
    "source" varchar(12) NOT NULL, "flaws" varchar(80) NOT NULL, "alt" varchar(200) NOT NULL)`,
  'CREATE INDEX "media_market" ON "media" ("market", "ownerParty")',
  `CREATE TABLE "product" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
    "goodsKey" varchar(60), "title" varchar(200) NOT NULL, "titleEn" varchar(200), "description" text NOT NULL, "categoryId" varchar(40),
    "groupId" varchar(40), "attributes" text NOT NULL, "unit" varchar(40), "extraCharges" text, "optionName" varchar(60),
    "status" varchar(12) NOT NULL, "lowestPrice" bigint, "photoId" varchar(60), "province" varchar(80), "publishedAt" varchar(24),
    "createdAt" varchar(24) NOT NULL)`,
  'CREATE INDEX "product_shelf" ON "product" ("market", "status", "publishedAt")',
  'CREATE INDEX "product_category" ON "product" ("market", "status", "categoryId")',
  'CREATE INDEX "product_shop" ON "product" ("shopId", "createdAt")',
  `CREATE TABLE "variant" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "productId" varchar(60) NOT NULL REFERENCES "product" ("id"),
    "sku" varchar(60) NOT NULL, "option" varchar(80) NOT NULL, "position" integer NOT NULL, "price" bigint,
    "weightG" integer, "lengthMm" integer, "widthMm" integer, "heightMm" integer)`,
  'CREATE INDEX "variant_product" ON "variant" ("productId", "position")',
  `CREATE TABLE "product_photo" (
    "productId" varchar(60) NOT NULL REFERENCES "product" ("id"), "mediaId" varchar(60) NOT NULL REFERENCES "media" ("id"),
    "role" varchar(8) NOT NULL, "position" integer NOT NULL, PRIMARY KEY ("productId", "mediaId"))`,
  `CREATE TABLE "stock_level" (
    "market" varchar(24) NOT NULL, "variantId" varchar(60) NOT NULL REFERENCES "variant" ("id"), "onHand" integer NOT NULL,
    "reserved" integer NOT NULL DEFAULT 0, "allocated" integer NOT NULL DEFAULT 0, "opening" integer,
    PRIMARY KEY ("market", "variantId"), CHECK ("onHand" >= 0 AND "reserved" >= 0 AND "allocated" >= 0),
    CHECK ("reserved" + "allocated" <= "onHand"))`,
  `CREATE TABLE "stock_movement" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "variantId" varchar(60) NOT NULL, "kind" varchar(12) NOT NULL,
    "quantity" integer NOT NULL, "reason" varchar(120) NOT NULL, "at" varchar(24) NOT NULL)`,
  'CREATE INDEX "stock_movement_variant" ON "stock_movement" ("market", "variantId")',
];

export class ShopsAndCatalogue1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    if (runner.connection.options.type === 'postgres') {
      await runner.query(
        'CREATE TABLE "product_search" ("productId" varchar(60) PRIMARY KEY REFERENCES "product" ("id"), "words" tsvector NOT NULL)',
      );
      await runner.query('CREATE INDEX "product_search_words" ON "product_search" USING gin ("words")');
      return;
    }
    // The default tokenizer takes Thai vowels and tones for spaces; with these categories a word stays whole.
    await runner.query(
      `CREATE VIRTUAL TABLE "product_search" USING fts5 ("productId" UNINDEXED, "scope", "title", "body",
        tokenize = "unicode61 categories 'L* N* Co Mn Mc'")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
