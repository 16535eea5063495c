import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { DELIVERY_ZONES } from '../addresses/delivery-zone.js';

const addressSchema = z.strictObject({
  /** House number, moo or soi: what stands before the chain. */
  line: z.coerce.string().min(1),
  subDistrict: z.string().min(1),
  district: z.string().min(1),
  province: z.string().min(1),
  postcode: z.string().regex(/^\d{5}$/),
});
const bothLanguages = z.strictObject({ th: z.string().min(1), en: z.string().min(1) });
const key = z.string().regex(/^[a-z0-9-]+$/);

const sellerSchema = z.strictObject({
  key,
  name: z.strictObject({ th: z.string().min(1) }),
  group: bothLanguages,
  idea: bothLanguages,
  category: key,
  address: addressSchema,
  phone: z.string(),
  registrationNumber: z.string(),
  idNumber: z.string(),
  goods: z.array(key).min(1),
});

const buyerSchema = z.strictObject({
  key,
  name: z.strictObject({ th: z.string().min(1) }),
  zone: z.enum(DELIVERY_ZONES),
  address: addressSchema,
  phone: z.string(),
  likes: z.array(z.enum(['food', 'drink', 'textile', 'decor', 'herbal'])).min(1),
});

/** A person somebody plays: everything on the card is fictional. */
export type SellerPersona = z.infer<typeof sellerSchema>;
export type BuyerPersona = z.infer<typeof buyerSchema>;
export type PersonaAddress = z.infer<typeof addressSchema>;

let sellers: SellerPersona[] | undefined;
let buyers: BuyerPersona[] | undefined;

/** Every seller persona in the order of the file; read once. */
export function sellerPersonas(): SellerPersona[] {
  sellers ??= readSeedFile('personas/sellers.yaml', z.strictObject({ sellers: z.array(sellerSchema) })).sellers;
  return sellers;
}

/** Every buyer persona in the order of the file, in which the zones are mixed; read once. */
export function buyerPersonas(): BuyerPersona[] {
  buyers ??= readSeedFile('personas/buyers.yaml', z.strictObject({ buyers: z.array(buyerSchema) })).buyers;
  return buyers;
}

/** The buyer of this key; throws where a seed names somebody whom nobody knows. */
export function buyerNamed(key: string): BuyerPersona {
  const persona = buyerPersonas().find((one) => one.key === key);
  if (!persona) throw new Error(`Nobody in seeds/personas is ${key}.`);
  return persona;
}
