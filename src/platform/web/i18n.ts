import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n as Instance } from 'i18next';
import type { Words } from './template-words.js';

export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Params = Record<string, string | number>;

/** The catalogues: `views/catalogues/<language>/<name>.json`, whose keys are reached as `name.key`. */
export class Catalogues {
  private readonly instances = new Map<Language, Instance>();
  private readonly sentences = new Map<Language, Map<string, string>>();
  /** Keys of which a language has forms by number: English has many, Thai none. */
  private readonly plurals = new Map<Language, ReadonlySet<string>>();

  constructor(folder: string) {
    for (const language of LANGUAGES) {
      const instance = createInstance();
      const words = read(join(folder, language));
      const all = flat(words);
      this.sentences.set(language, new Map(all.filter(([, sentence]) => !sentence.includes('$t('))));
      const forms = all.filter(([key]) => PLURAL_FORM.test(key));
      this.plurals.set(language, new Set(forms.map(([key]) => key.replace(PLURAL_FORM, ''))));
      void instance.init({
        lng: language,
        fallbackLng: false,
        initAsync: false,
        showSupportNotice: false,
        resources: { [language]: { translation: words } },
        // Handlebars escapes what it prints; escaping here as well would show &amp; to the reader.
        interpolation: { escapeValue: false },
        parseMissingKeyHandler: (key) => {
          throw new MissingKey(language, key);
        },
      });
      this.instances.set(language, instance);
    }
  }

  /** The sentence of a key. Throws when there is none: a page with a hole in it must not reach anybody. */
  say(language: Language, key: string, params: Params = {}): string {
    const sentence = this.plain(language, key, 'count' in params);
    if (sentence !== null) return filled(sentence, params);
    const instance = this.instances.get(language);
    if (!instance) throw new MissingKey(language, key);
    return instance.t(key, params) as string;
  }

  /** The sentences of one language as templates take them. */
  in(language: Language): Words {
    return {
      say: (key) => this.say(language, key),
      withHoles: (key, isCounted) => this.plain(language, key, isCounted),
    };
  }

  /** Only forms by number need the rules of plurals, and only $t(…) holds another sentence; for the rest they cost too much. */
  private plain(language: Language, key: string, isCounted: boolean): string | null {
    if (isCounted && this.plurals.get(language)?.has(key)) return null;
    return this.sentences.get(language)?.get(key) ?? null;
  }

  has(language: Language, key: string): boolean {
    return this.instances.get(language)?.exists(key) === true;
  }
}

export class MissingKey extends Error {
  constructor(language: string, key: string) {
    super(`No sentence for ${key} in ${language}.`);
  }
}

const PLURAL_FORM = /_(?:one|other)$/;

const filled = (sentence: string, params: Params): string =>
  sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (_hole, name: string) => String(params[name] ?? ''));

/** Every sentence by its whole key. */
function flat(words: Record<string, unknown>, above = ''): Array<[string, string]> {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value]] : flat(value as Record<string, unknown>, `${above}${key}.`),
  );
}

function read(folder: string): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    whole[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  }
  return whole;
}
