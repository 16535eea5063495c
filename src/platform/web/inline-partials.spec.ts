import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { inlinePartials } from './inline-partials.js';

const SOURCES: Record<string, string> = {
  'partials/name': '<b>{{name}}</b>',
  'partials/list': '{{#each names}}{{> name}} of {{../shop}};{{/each}}',
  'partials/price': '{{satang}}{{#if bold}}!{{/if}}',
  'partials/icon':
    '{{#if (eq name "down")}}v{{/if}}{{#if (eq name "up")}}^{{else}}-{{/if}}{{#unless (eq name "up")}}u{{/unless}}',
  'partials/place':
    '<a href="{{href}}"{{#if (eq href here)}} on{{/if}}>{{> icon}}{{name}}{{{name}}} {{this.name}} {{shout label to=name}}</a>',
  'partials/inside': '{{order.id}} {{order.lines.[0]}} {{@root.shop}}',
  'partials/looped': '{{#each names}}{{name}}{{/each}}{{name}}',
};
const sources = new Map(Object.entries(SOURCES));
const data = {
  shop: 'ร้าน',
  name: 'around',
  here: '/m/ร้าน',
  names: [{ name: 'ก' }, { name: 'ข' }],
  a: 1,
  sum: { satang: 5 },
};

function engineWithPartials(): typeof Handlebars {
  const engine = Handlebars.create();
  for (const [name, text] of Object.entries(SOURCES)) engine.registerPartial(name.slice('partials/'.length), text);
  engine.registerHelper('eq', (a: unknown, b: unknown) => a === b);
  engine.registerHelper('concat', (...parts: unknown[]) => parts.slice(0, -1).join(''));
  engine.registerHelper('shout', (word: string, options: Handlebars.HelperOptions) => `${word}!${options.hash.to}`);
  return engine;
}

const calls = (program: hbs.AST.Program): number => JSON.stringify(program).match(/"PartialStatement"/g)?.length ?? 0;

describe('a partial', () => {
  it.each([
    '{{> list}}',
    '{{#if a}}{{> list}}{{else}}none{{/if}}',
    '{{#unless a}}none{{else}}{{> list}}{{/unless}}',
    '{{#each names}}{{> name}} {{@index}}{{/each}}',
    '{{#each names as |one|}}{{#with one}}{{> name}}{{/with}}{{one.name}}{{/each}}',
    '{{> price satang=a}}{{> price satang=sum.satang bold=true}}{{> price satang="<3>"}}',
    '{{> inside order=sum}}{{#each names}}{{> inside order=this}}{{/each}}{{#with sum}}{{> inside order=..}}{{/with}}',
    '{{> icon name="down"}}{{> icon name="up"}}{{> icon}}',
    '{{> place name="<up>" href=(concat "/m/" shop) label="x"}}{{> place name="down" href="/m/ร้าน" label=shop}}',
  ])('shows in its place what a call would show: %s', (source) => {
    const engine = engineWithPartials();
    const shown = engine.compile(source)(data);
    const inlined = inlinePartials(engine.parse(source), sources);
    expect(calls(inlined)).toBe(0);
    expect(engine.compile(inlined)(data)).toBe(shown);
  });

  it.each([
    ['is given a context of its own', '{{> name names}}'],
    ['is given a name that means something else in its loop', '{{> looped name="x"}}'],
    ['looks inside a word', '{{> inside order="word"}}'],
    ['is chosen while the page is made', '{{> (concat "na" "me")}}'],
  ])('stays a call where it %s', (_why, source) => {
    expect(calls(inlinePartials(Handlebars.parse(source), sources))).toBe(1);
  });

  it('is chosen by a word before the page is made, so that a picture is plain text', () => {
    const engine = engineWithPartials();
    expect(JSON.stringify(inlinePartials(engine.parse('{{> icon name="up"}}'), sources))).not.toContain('"eq"');
  });
});
