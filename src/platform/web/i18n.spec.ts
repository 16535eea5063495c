import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Catalogues, MissingKey } from './i18n.js';

describe('the catalogues', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
  const write = (language: string, words: unknown) => {
    mkdirSync(join(folder, language), { recursive: true });
    writeFileSync(join(folder, language, 'cart.json'), JSON.stringify(words));
  };
  write('th', {
    hello: 'สวัสดี {{ name }} {{name}}',
    left: 'เหลือ {{count}} ชิ้น',
    deep: { er: 'ลึก' },
    holds: 'น้ำ$t(cart.deep.{{how}}) {{name}}',
  });
  write('en', {
    hello: 'Hello {{name}}',
    left_one: '{{count}} piece left',
    left_other: '{{count}} pieces left',
    days: '{{count}} days',
    days_one: '{{count}} day',
    deep: { er: 'deep' },
    holds: '$t(cart.deep.{{how}}) water {{name}}',
  });
  const catalogues = new Catalogues(folder);

  it('fill values in as they are, since the template escapes', () => {
    expect(catalogues.say('th', 'cart.hello', { name: '<ก>' })).toBe('สวัสดี <ก> <ก>');
    expect(catalogues.say('en', 'cart.hello')).toBe('Hello ');
  });

  it('take the plural of the language for a count', () => {
    expect(catalogues.say('en', 'cart.left', { count: 1 })).toBe('1 piece left');
    expect(catalogues.say('en', 'cart.left', { count: 2 })).toBe('2 pieces left');
    expect([1, 2].map((count) => catalogues.say('en', 'cart.days', { count }))).toEqual(['1 day', '2 days']);
    expect(catalogues.say('th', 'cart.left', { count: 2 })).toBe('เหลือ 2 ชิ้น');
  });

  it('leave a count to the template where the language has no forms by number', () => {
    expect(catalogues.in('th').withHoles('cart.left', true)).toBe('เหลือ {{count}} ชิ้น');
    expect(catalogues.in('en').withHoles('cart.left', true)).toBeNull();
    expect(catalogues.in('en').withHoles('cart.days', true)).toBeNull();
    expect(catalogues.in('en').withHoles('cart.hello', true)).toBe('Hello {{name}}');
  });

  it('fill one sentence into another, but none that a value asks for', () => {
    expect(catalogues.say('th', 'cart.holds', { how: 'er', name: 'ใส' })).toBe('น้ำลึก ใส');
    expect(catalogues.say('th', 'cart.holds', { how: 'er', name: '$t(cart.left)' })).toContain('$t(cart.left)');
    expect(catalogues.say('en', 'cart.holds', { how: 'er', name: 'here' })).toBe('deep water here');
  });

  it('reach into groups of sentences, and a missing one is an error', () => {
    expect(catalogues.say('th', 'cart.deep.er')).toBe('ลึก');
    expect(() => catalogues.say('th', 'cart.none')).toThrow(MissingKey);
    expect(() => catalogues.say('th', 'cart.none', { count: 1 })).toThrow(MissingKey);
  });
});
