import { readFileSync } from 'node:fs';

type Catalogue = Record<string, string>;

const catalogue = (language: 'th' | 'en'): Catalogue =>
  Object.assign(
    {},
    ...['provider', 'provider-checkout'].map((name) =>
      JSON.parse(readFileSync(new URL(`../../../views/catalogues/${language}/${name}.json`, import.meta.url), 'utf8')),
    ),
  ) as Catalogue;

const th = catalogue('th');
const en = catalogue('en');

export interface Words {
  th: string;
  en: string;
}

/** The sentence of a key in both languages: a buyer's page does not know yet which one its reader speaks. */
export function words(key: string): Words {
  const [thai, english] = [th[key], en[key]];
  if (thai === undefined || english === undefined) throw new Error(`No words for provider.${key}.`);
  return { th: thai, en: english };
}
