import { clearable, clearableEmail, hash, text } from '../wire/params.js';

const address = hash({
  city: clearable(),
  country: clearable(),
  line1: clearable(),
  line2: clearable(),
  postal_code: clearable(),
  state: clearable(),
});

type Given<T> = { [N in keyof T]?: T[N] | null | undefined };
type Address = { city: string; country: string; line1: string; line2: string; postal_code: string; state: string };

export const addressParam = address;

/** Every line of an address, null where nothing was given. */
export const wholeAddress = (given: Given<Address> | undefined) => ({
  city: given?.city ?? null,
  country: given?.country ?? null,
  line1: given?.line1 ?? null,
  line2: given?.line2 ?? null,
  postal_code: given?.postal_code ?? null,
  state: given?.state ?? null,
});

export const shippingParam = hash({
  address,
  name: text(),
  carrier: clearable(),
  phone: clearable(),
  tracking_number: clearable(),
});

interface GivenShipping {
  address?: Given<Address>;
  name?: string;
  carrier?: string | null;
  phone?: string | null;
  tracking_number?: string | null;
}

export const wholeShipping = (given: GivenShipping | undefined) =>
  given
    ? {
        address: wholeAddress(given.address),
        carrier: given.carrier ?? null,
        name: given.name ?? '',
        phone: given.phone ?? null,
        tracking_number: given.tracking_number ?? null,
      }
    : null;

export const billingParam = hash({ address, email: clearableEmail(), name: clearable(), phone: clearable() });

interface GivenBilling {
  address?: Given<Address>;
  email?: string | null;
  name?: string | null;
  phone?: string | null;
}

export const wholeBilling = (given: GivenBilling | undefined) => ({
  address: wholeAddress(given?.address),
  email: given?.email ?? null,
  name: given?.name ?? null,
  phone: given?.phone ?? null,
  tax_id: null,
});
