/** What the seller wrote on the label, field by field as typed: mistakes are possible and are hers. */
export interface Label {
  name: string;
  phone: string;
  line: string;
  subDistrict: string;
  district: string;
  province: string;
  postcode: string;
}
export const LABEL_FIELDS = ['name', 'phone', 'line', 'subDistrict', 'district', 'province', 'postcode'] as const;

/** The sales document that goes with the parcel, as typed. */
export interface PackingDocument {
  language: 'th' | 'en';
  seller: string;
  buyer: string;
  date: string;
  items: Array<{ sku: string; title: string; quantity: number }>;
  /** Satang, null when it was left empty. */
  totalSatang: number | null;
  placement: 'inside' | 'outside' | null;
}

export interface Shipment {
  id: string;
  orderId: string;
  label: Label | null;
  document: PackingDocument | null;
  carrier: string | null;
  /** What the carrier's counter gave this parcel. */
  issuedTracking: string | null;
  /** What the seller entered. */
  enteredTracking: string | null;
  handedOverAt: string | null;
  /** When the buyer said that she will not take it at the door. */
  refusedAt: string | null;
}

export interface TrackingEvent {
  id: string;
  status: string;
  at: string;
}

type Row = Omit<Shipment, 'label' | 'document'> & { label: string | null; document: string | null };

export const shipmentFrom = (row: Row): Shipment => ({
  ...row,
  label: row.label ? (JSON.parse(row.label) as Label) : null,
  document: row.document ? (JSON.parse(row.document) as PackingDocument) : null,
});
export type ShipmentRow = Row;
