import { z } from 'zod';
import { heldMark, nearMark } from '../../../market/shops/name-likeness.js';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, event, eventAt, state } from '../evidence.js';
import type { ShopFact } from '../facts-shop.js';

const PAGE = { page: 'shop' } as const;

const messages = {
  none: 'not_attempted',
  no_name: 'not_met',
  no_description: 'not_met',
  no_category: 'not_met',
  no_image: 'not_met',
  trademark: 'not_met',
  near_trademark: 'not_met',
  image_not_hers: 'not_met',
  met: 'met',
} as const;

/** ECU03.1.1: a shop with name, description, category and image, in nobody else's name. */
export const shopIdentity1 = defineCheck({
  id: 'shop-identity@1',
  criterion: 'ECU03.1.1',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<keyof typeof messages> {
    const { shop } = facts;
    if (!shop) return { key: 'none', evidence: [absence('shop.created', PAGE)] };
    const empty = emptyField(shop);
    if (empty) return { key: `no_${empty.name}`, evidence: [absence(`shop.${empty.field}`, PAGE)] };

    const name = shop.name ?? '';
    const marks = facts.scenario.trademarks;
    const taken = heldMark(name, marks);
    if (taken) return { key: 'trademark', params: { name, mark: taken }, evidence: [state('shop.name', name, PAGE)] };

    const near = nearMark(name, marks);
    const warning = shop.nameWarnings.find((warned) => squashed(warned.name) === squashed(name));
    // Likeness counts only after she was told of it and kept the name.
    if (near && warning) {
      const evidence = [state('shop.name', name, PAGE), eventAt(facts, warning.seq, 'shop.name_warned', PAGE)];
      return { key: 'near_trademark', params: { name, mark: near }, evidence };
    }
    const licence = shop.image?.licence ?? null;
    if (licence !== 'own' && licence !== 'licensed') {
      return { key: 'image_not_hers', evidence: [state('shop.image.licence', licence, PAGE)] };
    }
    return {
      key: 'met',
      params: { name },
      evidence: [event(facts, 'shop.created', shop.id), state('shop.name', name)],
    };
  },
});

const FIELDS = [
  { name: 'name', field: 'name' },
  { name: 'description', field: 'description' },
  { name: 'category', field: 'categoryId' },
  { name: 'image', field: 'image' },
] as const;

const emptyField = (shop: ShopFact) =>
  FIELDS.find(({ field }) => {
    const value = shop[field];
    return typeof value === 'string' ? squashed(value) === '' : value === null;
  });
