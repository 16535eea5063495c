import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { inlinePartials } from './inline-partials.js';

const SOURCES: Record<string, string> = {
  'partials/name': '<b>{{name}}</b>',
  'partials/list': '{{#each names}}{{> name}} of {{../shop}};{{/each}}',
  'partials/price': '{{satang}}',
};

const engineWithPartials = () => {
  const engine = Handlebars.create();
  for (const [name, text] of Object.entries(SOURCES)) engine.registerPartial(name.slice('partials/'.length), text);
  return engine;
};

describe('a partial without parameters', () => {
  const sources = new Map(Object.entries(SOURCES));
  const data = { shop: 'ร้าน', names: [{ name: 'ก' }, { name: 'ข' }], a: 1 };

  it.each([
    '{{> list}}',
    '{{#if a}}{{> list}}{{else}}none{{/if}}',
    '{{#unless a}}none{{else}}{{> list}}{{/unless}}',
    '{{#each names}}{{> name}} {{@index}}{{/each}}',
    '{{#each names as |one|}}{{#with one}}{{> name}}{{/with}}{{one.name}}{{/each}}',
  ])('shows in its place what a call would show: %s', (source) => {
    const engine = engineWithPartials();
    const inlined = inlinePartials(engine.parse(source), sources);
    expect(JSON.stringify(inlined)).not.toContain('PartialStatement');
    expect(engine.compile(inlined)(data)).toBe(engine.compile(source)(data));
  });

  it('stays a call where it is given something of its own', () => {
    const source = '{{> price satang=a}}{{> name names}}';
    expect(JSON.stringify(inlinePartials(Handlebars.parse(source), sources)).match(/PartialStatement/g)).toHaveLength(
      2,
    );
  });
});
