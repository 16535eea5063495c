import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { bareHelpers } from './bare-helpers.js';

const bare = (source: string) => bareHelpers(Handlebars.parse(source), (name) => ['percent', 'newKey'].includes(name));

describe('bare names of helpers', () => {
  it('are found wherever a field was meant, within blocks too', () => {
    expect(bare('<p>{{percent}} %</p>')).toEqual(['percent']);
    expect(bare('{{#each methods}}{{#if percent}}{{{percent}}}{{/if}}{{/each}}')).toEqual(['percent']);
  });

  it('are no mistake where the helper is given something, needs nothing, or the path tells that it is a field', () => {
    expect(bare('{{percent 1 2}}{{newKey}}{{this.percent}}{{fee.percent}}{{../percent}}{{other}}')).toEqual([]);
  });
});
