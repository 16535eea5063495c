import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { squashed } from '../../shared/thai-text.js';
import { type SellerPersona, sellerPersonas } from '../personas/personas.js';
import { accountNumber } from './account-number.js';

export const ACCOUNT_KINDS = ['own', 'group', 'child', 'neighbour'] as const;
/** Whose account it is: the seller's own, her group's, or one of those that she should not take money in. */
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export interface BankAccount {
  kind: AccountKind;
  number: string;
  holder: string;
}

const relatives = z.strictObject({ children: z.array(z.string()).min(1), neighbours: z.array(z.string()).min(1) });
let known: z.infer<typeof relatives> | undefined;

/** The accounts that a seller can choose from: those of her card, and two that lie near at hand. In no telling order. */
export function accountChoices(persona: SellerPersona): BankAccount[] {
  known ??= readSeedFile('bank/relatives.yaml', relatives);
  const place = sellerPersonas().findIndex(({ key }) => key === persona.key);
  const surname = persona.name.th.split(' ').slice(1).join(' ');
  const holders: Record<AccountKind, string> = {
    child: `${known.children[place % known.children.length]} ${surname}`,
    own: persona.name.th,
    neighbour: `${known.neighbours[place % known.neighbours.length]}`,
    group: persona.group.th,
  };
  const choices = (['child', 'own', 'neighbour', 'group'] as const).map((kind) => ({
    kind,
    number: accountNumber(`${persona.key}/${kind}`),
    holder: holders[kind],
  }));
  return [...choices.slice(place % 4), ...choices.slice(0, place % 4)];
}

/** The seller persona of this name, as her shop's contact has it. */
export function personaNamed(name: string | null): SellerPersona | null {
  if (!name) return null;
  return sellerPersonas().find((persona) => squashed(persona.name.th) === squashed(name)) ?? null;
}
