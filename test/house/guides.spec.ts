import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Tree = { [key: string]: Tree | string };

const sentences = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sentences(value)));

function words(language: string): Set<string> {
  const folder = `views/catalogues/${language}`;
  const all = readdirSync(folder).flatMap((file) => sentences(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))));
  // What a page fills in is an ellipsis in a guide.
  return new Set(all.map((text) => text.replace(/\{\{.*?\}\}/g, '…')));
}

const said = { th: words('th'), en: words('en') };
const guides = readdirSync('docs')
  .filter((name) => name.startsWith('guide-'))
  .map((name) => ({ name, text: readFileSync(`docs/${name}`, 'utf8') }));
/** Thai stands first; the second heading of the first rank begins the English. */
const parts = guides.flatMap(({ name, text }) => {
  const [, th = '', en = ''] = text.split(/^# /m);
  return [
    { name, language: 'th' as const, text: th },
    { name, language: 'en' as const, text: en },
  ];
});
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the guides', () => {
  it('are there for each of the four who need one, in Thai and in English', () => {
    expect(guides.map(({ name }) => name).sort()).toEqual([
      'guide-assessor.md',
      'guide-learner.md',
      'guide-operator.md',
      'guide-trainer.md',
    ]);
    for (const { name, language, text } of parts)
      expect([name, language, text.length > 500]).toEqual([name, language, true]);
  });

  it.each(parts)('$name names in $language only what stands on a screen', ({ language, text }) => {
    // A block of commands has no bold words, and two stars may stand in one.
    const quoted = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\*\*(.+?)\*\*/g)].map((match) => match[1] ?? '');
    expect(quoted.length).toBeGreaterThan(4);
    expect(quoted.filter((one) => !said[language].has(one))).toEqual([]);
  });

  it('name only commands and settings that there are', () => {
    const config = readFileSync('src/platform/config/config.ts', 'utf8');
    const told = guides.map(({ text }) => text).join('\n');
    const commands = [...told.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? '');
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const settings = [...told.matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1] ?? '');
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !config.includes(`  ${name}: `))).toEqual([]);
  });
});
