import { findCategory } from '../../market/catalogue/categories.js';
import { EVENT_TYPES, type Facts } from '../../practice/graders/facts.js';
import type { Evidence, Where } from '../../practice/graders/finding.js';
import { baht } from '../../shared/money.js';
import { type FieldKind, fieldOf } from './evidence-fields.js';

/** A piece of evidence as people read it: what it is, what was found there, when it happened in the market, and where it stands. */
export interface EvidenceLine {
  /** `event`, `state` or `absence`, for the sign in front of it. */
  kind: Evidence['kind'];
  /** Catalogue key of what it is about. */
  key: string;
  value: string | null;
  /** Catalogue keys of the value, where it is words of a list. */
  valueKeys: string[];
  marketAt: string | null;
  /** The place on the evidence page. */
  anchor: string | null;
}

type Value = Pick<EvidenceLine, 'value' | 'valueKeys'>;
const NOTHING: Value = { value: null, valueKeys: [] };
const LONGEST_VALUE = 160;

/** One piece of evidence of a finding about these facts. `language` is for names that are data, such as a category's. */
export function evidenceLine(evidence: Evidence, facts: Facts, language: 'th' | 'en'): EvidenceLine {
  const anchor = anchorOf(evidence, facts);
  if (evidence.kind === 'event') {
    const event = facts.events.find(({ seq }) => seq === evidence.seq);
    return { kind: 'event', key: eventKey(evidence.type), ...NOTHING, marketAt: event?.at ?? null, anchor };
  }
  if (evidence.kind === 'absence')
    return { kind: 'absence', key: lookedKey(evidence.looked), ...NOTHING, marketAt: null, anchor };
  const { name, kind } = fieldOf(evidence.path);
  return { kind: 'state', key: fieldKey(name), ...said(kind, evidence.value, language), marketAt: null, anchor };
}

const fieldKey = (name: string) => `assessment.fields.${name}`;
const eventKey = (type: string) => `assessment.events.${type in EVENT_TYPES ? type.replace('.', '_') : 'other'}`;

/** What was looked for is an event with its object (`listing.published prd_1`) or a path. */
function lookedKey(looked: string): string {
  const [type = ''] = looked.split(' ');
  return type in EVENT_TYPES ? eventKey(type) : fieldKey(fieldOf(looked).name);
}

function said(kind: FieldKind, value: string | number | boolean | null, language: 'th' | 'en'): Value {
  if (value === null || value === '') return { value: null, valueKeys: ['assessment.empty'] };
  const text = String(value);
  const words = WORDS[kind]?.(text);
  if (words) return { value: null, valueKeys: [words].flat() };
  if (kind === 'baht') return { value: `฿${baht(Number(value))}`, valueKeys: [] };
  if (kind === 'category') return { value: findCategory(text)?.name[language] ?? text, valueKeys: [] };
  return { value: text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text, valueKeys: [] };
}

/** Values that are words of the trade have their sentence in the catalogue of the page where they are chosen. */
const WORDS: Partial<Record<FieldKind, (value: string) => string | string[]>> = {
  payments: (value) => value.split(', ').map((method) => `shops.pay_${method}`),
  yes_no: (value) => `assessment.${value === 'true' ? 'yes' : 'no'}`,
  licence: (value) => (value === 'unknown' ? 'assessment.licence_unknown' : `shops.licence_${value}`),
  product_status: (value) => `products.status_${value}`,
  payer: (value) => `shops.payer_${value}`,
  placement: (value) => `parcels.${value}`,
  role: (value) => (value === 'other' ? 'assessment.role_other' : `products.role_${value}`),
};

function anchorOf(evidence: Evidence, facts: Facts): string | null {
  const place = evidence.where ? anchorOfPlace(evidence.where, facts) : null;
  if (place) return place;
  if (evidence.kind === 'event')
    return anchorOfObject(facts.events.find(({ seq }) => seq === evidence.seq)?.objectId, facts);
  const path = evidence.kind === 'state' ? evidence.path : evidence.looked;
  const [, list, at] = /^(products|orders)\[(\d+)\]/.exec(path) ?? [];
  if (list === 'products') return anchorOfObject(facts.products[Number(at)]?.id, facts);
  if (list === 'orders') return anchorOfObject(facts.orders[Number(at)]?.id, facts);
  return path.startsWith('shop.') && facts.shop ? 'shop' : null;
}

function anchorOfPlace({ page, id }: Where, facts: Facts): string | null {
  if (id) return anchorOfObject(id, facts);
  if (page === 'products' || page === 'orders') return facts[page].length > 0 ? page : null;
  return facts.shop ? 'shop' : null;
}

/** Only what was frozen has a place to go to. */
function anchorOfObject(id: string | null | undefined, facts: Facts): string | null {
  if (facts.products.some((product) => product.id === id)) return `product-${id}`;
  if (facts.orders.some((order) => order.id === id)) return `order-${id}`;
  return id && facts.shop?.id === id ? 'shop' : null;
}
