import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseSeed } from './seed-file.js';

const schema = z.strictObject({ goods: z.array(z.strictObject({ key: z.string(), price: z.int() })) });

describe('reading a seed', () => {
  it('gives what the schema describes', () => {
    expect(parseSeed('goods:\n  - { key: a, price: 100 }\n', schema, 'x.yaml').goods[0]?.price).toBe(100);
  });

  it('names file, line and field of a wrong value', () => {
    const text = 'goods:\n  - key: a\n    price: 100\n  - key: b\n    price: dear\n';
    expect(() => parseSeed(text, schema, 'x.yaml')).toThrow(/^x\.yaml:5 goods\.1\.price: /);
  });

  it('names the enclosing entry of a missing field', () => {
    expect(() => parseSeed('goods:\n  - key: a\n', schema, 'x.yaml')).toThrow(/^x\.yaml:2 goods\.0\.price: /);
  });

  it('names the file of YAML that cannot be read', () => {
    expect(() => parseSeed('goods: [', schema, 'x.yaml')).toThrow(/^x\.yaml: /);
  });
});
