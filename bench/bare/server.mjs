/**
 * The baseline: the page of 24 goods as node:http, better-sqlite3 and Handlebars make it with nothing in between. It reads the
 * app's own database, so that both show the same goods.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Handlebars from 'handlebars';
import { parse } from 'yaml';

const db = new Database(join(process.env.DATA_DIR, 'taladlab.sqlite'), { readonly: true });
const { id, generation, editionId } = db.prepare('SELECT * FROM "sandbox" WHERE "id" = ?').get(process.env.MARKET);
const goods = db.prepare(`
  SELECT p."id", p."title", p."lowestPrice" AS "price", p."reviewCount", p."starSum", m."sha", s."name" AS "shopName", p."province"
  FROM "product" p JOIN "shop" s ON s."id" = p."shopId" LEFT JOIN "media" m ON m."id" = p."photoId"
  WHERE p."market" IN (?, ?) AND p."status" = 'published' AND s."status" = 'open'
  ORDER BY p."publishedAt" DESC, p."id" LIMIT 25`);

const { groups } = parse(readFileSync(new URL('../../seeds/categories.yaml', import.meta.url), 'utf8'));
const groupLinks = groups.map(({ id: group, name }) => ({
  name,
  href: `/m/${id}?group=${group}`,
  icon: `/assets/enbGVww9KD3w/group-${group}.svg`,
}));
const cardFrom = ({ reviewCount, starSum, ...row }) => ({
  ...row,
  rating: reviewCount > 0 ? { count: reviewCount, average: (starSum / reviewCount).toFixed(1) } : null,
});
const engine = Handlebars.create();
engine.registerHelper('baht', (satang) => {
  const whole = String(Math.floor(satang / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return satang % 100 === 0 ? `฿${whole}` : `฿${whole}.${String(satang % 100).padStart(2, '0')}`;
});
const page = engine.compile(readFileSync(new URL('page.hbs', import.meta.url), 'utf8'), { preventIndent: true });

const server = createServer((_request, response) => {
  const found = goods.all(`${id}.${generation}`, `${editionId}.1`);
  const body = Buffer.from(
    page({ market: id, groups: groupLinks, cards: found.slice(0, 24).map(cardFrom), hasNext: found.length > 24 }),
  );
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`Bare is at http://localhost:${server.address().port}\n`));
