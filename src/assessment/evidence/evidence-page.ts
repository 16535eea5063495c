import { findCategory, loadCategories } from '../../market/catalogue/categories.js';
import { sayMoment } from '../../platform/web/view-helpers.js';
import type { Facts } from '../../practice/graders/facts.js';
import type { OrderFact } from '../../practice/graders/facts-orders.js';
import type { ProductFact } from '../../practice/graders/facts-products.js';
import type { ShopFact } from '../../practice/graders/facts-shop.js';

/** The frozen facts as their page shows them. */
export function evidencePage(facts: Facts, language: 'th' | 'en') {
  return {
    shop: facts.shop && shopShown(facts.shop, language),
    products: facts.products.map((product) => productShown(product, language)),
    orders: facts.orders.map(orderShown),
    marketAt: facts.sandbox.marketAt,
  };
}

function shopShown(shop: ShopFact, language: 'th' | 'en') {
  const { returnsPolicy, publicPage } = shop;
  return {
    ...shop,
    category: categoryName(shop.categoryId, language),
    imageLabel: shop.image && licenceLabel(shop.image.licence),
    contact: publicPage,
    methods: shop.shippingMethods.map((method) => ({
      ...method,
      label: method.tracked ? 'shops.tracked' : 'shops.untracked',
    })),
    payments: shop.paymentMethods.filter(({ enabled }) => enabled).map(({ method }) => `shops.pay_${method}`),
    returns: returnsPolicy && {
      ...returnsPolicy,
      payers: [returnsPolicy.payerFault, returnsPolicy.payerNoFault].map((payer) => payer && `shops.payer_${payer}`),
    },
  };
}

function productShown(product: ProductFact, language: 'th' | 'en') {
  return {
    ...product,
    category: categoryName(product.categoryId, language),
    statusLabel: `products.status_${product.status}`,
    attributes: attributesShown(product, language),
    variants: product.variants.map((variant) => ({
      ...variant,
      option: Object.values(variant.options).join(' '),
      // As text, because none in stock is a number too and not an empty field.
      openingStock: shown(variant.openingStock),
    })),
    photos: product.photos.map((photo) => ({
      ...photo,
      roleLabel: photo.role && photo.role !== 'other' ? `products.role_${photo.role}` : 'assessment.role_other',
      licenceLabel: licenceLabel(photo.licence),
      alt: photo.alt?.text ?? '',
    })),
  };
}

/** Choices and days in the reader's words: the facts keep what was stored. */
function attributesShown({ categoryId, mandatoryAttributes }: ProductFact, language: 'th' | 'en') {
  const template = (categoryId && findCategory(categoryId)?.attributes) || [];
  return mandatoryAttributes.map(({ key, label, value }) => {
    const { choices, unit, kind } = template.find((each) => each.key === key) ?? {};
    const parts = [value].flat().map((part) => {
      const choice = choices?.find((each) => each.value === part)?.label[language];
      if (choice || part === null) return choice ?? '';
      return kind === 'date' && !Number.isNaN(Date.parse(String(part)))
        ? sayMoment(language, 'day', String(part))
        : part;
    });
    return { label, value: [parts.join(', '), value === null ? '' : unit?.[language]].filter(Boolean).join(' ') };
  });
}

function orderShown(order: OrderFact) {
  const { shipment } = order;
  const document = shipment?.document ?? null;
  return {
    ...order,
    statusLabel: `assessment.order_${order.status}`,
    // Side by side, so that a slip of one letter is seen.
    label: shipment?.label ? recipientRows(order.buyer, shipment.label) : null,
    document: document && { ...document, placementLabel: document.placement && `parcels.${document.placement}` },
  };
}

function recipientRows(asked: OrderFact['buyer'], written: OrderFact['buyer']) {
  const flat = ({ name, phone, address }: OrderFact['buyer']) => {
    const { line, subDistrict, district, province, postcode } = address;
    return { name, phone, line, subDistrict, district, province, postcode };
  };
  const [order, label] = [flat(asked), flat(written)];
  return (Object.keys(order) as Array<keyof typeof order>).map((field) => ({
    field: `checks.fields.${field}`,
    asked: order[field],
    written: label[field],
    differs: order[field] !== label[field],
  }));
}

const licenceLabel = (licence: string) =>
  licence === 'unknown' ? 'assessment.licence_unknown' : `shops.licence_${licence}`;

/** A shop chooses one of the groups, goods a leaf of one. */
const categoryName = (id: string | null, language: 'th' | 'en') => {
  const named = findCategory(id ?? '') ?? loadCategories().find((group) => group.id === id);
  return named?.name[language] ?? id;
};

const shown = (value: number | null) => (value === null ? '' : String(value));
