import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n as Instance } from 'i18next';

export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Params = Record<string, string | number>;

/** The catalogues: `views/catalogues/<language>/<name>.json`, whose keys are reached as `name.key`. */
export class Catalogues {
  private readonly instances = new Map<Language, Instance>();

  constructor(folder: string) {
    for (const language of LANGUAGES) {
      const instance = createInstance();
      void instance.init({
        lng: language,
        fallbackLng: false,
        initAsync: false,
        showSupportNotice: false,
        resources: { [language]: { translation: read(join(folder, language)) } },
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
    const instance = this.instances.get(language);
    if (!instance) throw new MissingKey(language, key);
    return instance.t(key, params) as string;
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

function read(folder: string): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    whole[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  }
  return whole;
}
