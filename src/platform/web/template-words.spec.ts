import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { putWords } from './template-words.js';

const SENTENCES: Record<string, string> = {
  plain: 'ตะกร้า & ร้าน',
  stars: '{{average}} จาก 5 ดาว {{ number }} รีวิว',
  name: 'เมนูของ {{name}}',
  left: 'เหลือ {{count}} ชิ้น',
  reviews: '{{average}} จาก 5 ดาว {{count}} รีวิว',
};
const words = {
  say: (key: string) => SENTENCES[key] ?? fail(key),
  withHoles: (key: string, isCounted: boolean) => (isCounted && key === 'left' ? null : (SENTENCES[key] ?? null)),
};
const fail = (key: string): never => {
  throw new Error(`No sentence for ${key}`);
};
const data = { average: '4.3', n: 0, person: { name: '<ก> & "ข"' }, nobody: null, shout: 'ค่า' };

function shown(source: string, isInPlace: boolean): { html: string; calls: number } {
  const engine = Handlebars.create();
  let calls = 0;
  engine.registerHelper('t', (key: string, options: Handlebars.HelperOptions) => {
    calls += 1;
    return (SENTENCES[key] ?? '').replace(/\{\{\s*(\w+)\s*\}\}/g, (_hole, name) => String(options.hash[name] ?? ''));
  });
  engine.registerHelper('shout', (word: unknown) => `${typeof word === 'string' ? word : 'called'}!`);
  const tree = engine.parse(source);
  const html = engine.compile(isInPlace ? putWords(tree, words, (name) => name in engine.helpers) : tree)(data);
  return { html, calls };
}

describe('words in a template', () => {
  it.each([
    '{{t "plain"}}',
    '{{t "stars" average=average number=n}}',
    '<b title="{{t "stars" average=(shout average) number="<3>"}}">{{#if average}}{{t "name" name=person.name}}{{/if}}</b>',
    '{{#each person}}{{t "name" name=this}}{{t "name" name=../average}}{{t "name" name=@key}}{{/each}}',
    '{{t "stars" average=nobody number=7}}{{t "stars" average=average}}',
    '{{t "reviews" average=average count=n}}',
  ])('are what a call would say, without one: %s', (source) => {
    const called = shown(source, false);
    const inPlace = shown(source, true);
    expect(called.calls).toBeGreaterThan(0);
    expect(inPlace).toEqual({ html: called.html, calls: 0 });
  });

  it.each([
    ['counts in a sentence with forms by number', '{{t "left" count=n}}'],
    ['is given a value that is called like a helper', '{{t "name" name=shout}}'],
    ['gets its key from the data', '{{t average}}'],
  ])('stay a call where one %s', (_why, source) => {
    expect(shown(source, true)).toEqual({ html: shown(source, false).html, calls: 1 });
  });

  it('stop the start where a sentence is missing', () => {
    expect(() => shown('{{#if n}}{{t "none"}}{{/if}}', true)).toThrow('No sentence for none');
  });
});
