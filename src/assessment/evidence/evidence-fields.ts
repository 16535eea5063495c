/** How a value of the frozen facts is said: as it is, as money, or as one of a list of words. */
export type FieldKind =
  | 'text'
  | 'baht'
  | 'yes_no'
  | 'payments'
  | 'licence'
  | 'product_status'
  | 'payer'
  | 'category'
  | 'placement'
  | 'role';

export interface Field {
  /** `assessment.fields.<name>` */
  name: string;
  kind: FieldKind;
}

/**
 * What a path of the facts is called, the first that fits. Places in lists are left out of the path before it is looked up. The last
 * of a group stands for whatever of it has no name of its own.
 */
const FIELDS: ReadonlyArray<[RegExp, string, FieldKind?]> = [
  [/^shop\.name$/, 'shop_name'],
  [/^shop\.description$/, 'shop_description'],
  [/^shop\.categoryId$/, 'shop_category'],
  [/^shop\.image$/, 'shop_image'],
  [/^shop\.image\.licence$/, 'shop_image_licence', 'licence'],
  [/^shop\.publicPage\.sellerName$/, 'seller_name'],
  [/^shop\.publicPage\.phone$/, 'seller_phone'],
  [/^shop\.publicPage\.address/, 'seller_address'],
  [/^shop\.publicPage\.registrationNumber$/, 'seller_registration'],
  [/^shop\.publicPage\.quotes/, 'shop_page_fee', 'baht'],
  [/^shop\.checkoutQuotes/, 'checkout_fee', 'baht'],
  [/^shop\.shippingMethods tracked$/, 'tracked_method'],
  [/^shop\.shippingMethods\.fees/, 'shipping_fee', 'baht'],
  [/^shop\.shippingMethods/, 'shipping_methods'],
  [/^scenario\.carrier\.rates/, 'carrier_price', 'baht'],
  [/^shop\.preparationDays$/, 'preparation_days'],
  [/^shop\.madeToOrder$/, 'made_to_order', 'yes_no'],
  [/^shop\.paymentMethods/, 'payment_methods', 'payments'],
  [/^shop\.codPolicy\.limit$/, 'cod_limit', 'baht'],
  [/^shop\.codPolicy/, 'cod_policy'],
  [/^shop\.returnsPolicy\.days$/, 'return_days'],
  [/^shop\.returnsPolicy\.payer/, 'return_payer', 'payer'],
  [/^shop\.returnsPolicy\.contact$/, 'return_contact'],
  [/^shop\.returnsPolicy/, 'return_wording'],
  [/^shop\.texts/, 'shop_text'],
  [/^shop\./, 'shop'],
  [/^products\.status$/, 'product_status', 'product_status'],
  [/^products\.title/, 'title'],
  [/^products\.description/, 'description'],
  [/^products?\.categoryId$/, 'category', 'category'],
  [/^products\.photos\.role$/, 'photo_role', 'role'],
  [/^products\.photos\.licence$/, 'photo_licence', 'licence'],
  [/^products\.photos\.length$/, 'photos'],
  [/^products\.photos/, 'photo'],
  [/^products\.variants\.price$/, 'price', 'baht'],
  [/^products\.variants\.(stock|openingStock)$/, 'stock'],
  [/^products\.variants\.weightG$/, 'weight'],
  [/^products\.variants\.(length|width|height)Mm$/, 'box_size'],
  [/^products\.variants/, 'variants'],
  [/^products\.goodsKey$/, 'goods'],
  [/^products\.mandatoryAttributes\.length$/, 'attributes'],
  [/^products\.mandatoryAttributes/, 'attribute'],
  [/^products\.unit$/, 'unit'],
  [/^products\.extraCharges/, 'extra_charges'],
  [/^products\./, 'product'],
  [/^orders\.displayedTotal$/, 'shown_total', 'baht'],
  [/^orders\.chargedTotal$/, 'charged_total', 'baht'],
  [/^orders\.shipment\.label/, 'label'],
  [/^orders\.shipment\.document\.total$/, 'document_total', 'baht'],
  [/^orders\.shipment\.document\.placement$/, 'document_placement', 'placement'],
  [/^orders\.shipment\.document/, 'document'],
  [/^orders\.shipment\.trackingNo$/, 'tracking'],
  [/^orders\.shipment/, 'shipment'],
  [/^orders\./, 'order'],
  [/^check$/, 'check'],
  [/^photo role front$/, 'photo_front'],
  [/^photo role detail$/, 'photo_detail'],
  [/^photo role/, 'photo_scale'],
];

/** What a path leads to. */
export function fieldOf(path: string): Field {
  const plain = path.replace(/\[[^\]]*\]/g, '');
  const found = FIELDS.find(([pattern]) => pattern.test(plain));
  return found ? { name: found[1], kind: found[2] ?? 'text' } : { name: 'other', kind: 'text' };
}
