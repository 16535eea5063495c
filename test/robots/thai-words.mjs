import { readFileSync } from 'node:fs';

const catalogues = new Map();

/**
 * What stands at a key of the Thai catalogues (`shops.name`): a robot looks for what a person reads, so a word that changes
 * does not confuse it and a field that is gone does.
 * @param {string} key
 * @returns {string}
 */
export function thai(key) {
  const [file, ...path] = key.split('.');
  const found = path.reduce((words, part) => words?.[part], catalogue(file));
  if (typeof found !== 'string') throw new Error(`The Thai catalogues have no words for ${key}.`);
  return found;
}

/**
 * A pattern that fits a sentence of the catalogues, whatever stands in its slots.
 * @param {string} sentence
 */
export function patternOf(sentence) {
  const parts = sentence.split(/\$t\([^)]*\)|\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}

function catalogue(file) {
  if (!catalogues.has(file)) {
    const path = new URL(`../../views/catalogues/th/${file}.json`, import.meta.url);
    catalogues.set(file, JSON.parse(readFileSync(path, 'utf8')));
  }
  return catalogues.get(file);
}
