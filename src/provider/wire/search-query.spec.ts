import { describe, expect, it } from '@jest/globals';
import { readQuery } from './search-query.js';

const FIELDS = ['amount', 'status', 'metadata', 'customer'];
const why = (text: string): string => {
  try {
    readQuery(text, FIELDS);
  } catch (problem) {
    return (problem as Error).message;
  }
  throw new Error('It was not refused.');
};

describe('a search', () => {
  it('is read into clauses that are all or singly meant', () => {
    expect(readQuery(`status:"succeeded" AND -metadata['order']:null amount>=1000`, FIELDS)).toEqual({
      join: 'AND',
      clauses: [
        { path: ['status'], operator: ':', value: 'succeeded', not: false },
        { path: ['metadata', 'order'], operator: ':', value: null, not: true },
        { path: ['amount'], operator: '>=', value: '1000', not: false },
      ],
    });
    expect(readQuery('status:"a" or status:"b"', FIELDS).join).toBe('OR');
    expect(readQuery('metadata["a b"]:"say \\"hi\\""', FIELDS).clauses[0]?.value).toBe('say "hi"');
  });

  it('is refused when it mixes, asks for other fields, or cannot be read', () => {
    expect(why('status:"a" AND status:"b" OR status:"c"')).toContain('mixing AND and OR');
    expect(why('colour:"red"')).toContain('unsupported search field');
    expect(why('metadata:"x"')).toContain('unsupported search field');
    expect(why('status>"a"')).toContain('cannot be used');
    expect(why('status~"ab"')).toContain('three characters');
    expect(why('amount>"much"')).toContain('takes whole numbers');
    expect(why('amount>99999999999999999999')).toContain('takes whole numbers');
    expect(why('status=paid')).toContain('unable to parse');
    expect(why(Array.from({ length: 11 }, () => 'status:"a"').join(' '))).toContain('10 clauses');
  });
});
