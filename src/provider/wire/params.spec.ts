import { describe, expect, it } from '@jest/globals';
import {
  clearable,
  flag,
  hash,
  integer,
  listOf,
  mergedMetadata,
  metadata,
  moments,
  oneOf,
  readParams,
  required,
  text,
} from './params.js';
import { Problem } from './problem.js';

const spec = {
  amount: required(integer(1)),
  description: clearable(10),
  confirm: flag,
  capture_method: oneOf(['automatic', 'automatic_async', 'manual']),
  types: listOf(text()),
  shipping: hash({ name: required(text()), address: hash({ city: text() }) }),
  metadata,
  created: moments,
};

function problemOf(raw: Record<string, unknown>) {
  try {
    readParams(spec, { amount: '5', ...raw });
  } catch (problem) {
    if (problem instanceof Problem) return problem.fields;
    throw problem;
  }
  return null;
}

describe('parameters', () => {
  it('are read to what the endpoint works with', () => {
    const raw = {
      amount: '100',
      confirm: 'true',
      description: '',
      types: ['card'],
      shipping: { name: 'มาลี', address: {} },
    };
    expect(readParams(spec, raw)).toEqual({
      amount: 100,
      confirm: true,
      description: null,
      types: ['card'],
      shipping: { name: 'มาลี', address: {} },
    });
    expect(readParams(spec, { amount: '1', types: { 0: 'a', 1: 'b' } }).types).toEqual(['a', 'b']);
    expect(readParams(spec, { amount: '1', created: '7' }).created).toEqual({ gte: 7, lte: 7 });
  });

  it('that are unknown are named in brackets, at every depth', () => {
    expect(problemOf({ amont: '1' })).toMatchObject({ code: 'parameter_unknown', param: 'amont' });
    expect(problemOf({ shipping: { name: 'a', address: { town: 'x' } } })).toMatchObject({
      code: 'parameter_unknown',
      param: 'shipping[address][town]',
      message: 'Received unknown parameter: shipping[address][town]',
    });
    expect(problemOf({ constructor: 'x' })).toMatchObject({ code: 'parameter_unknown' });
  });

  it('that are missing are named', () => {
    expect(problemOf({ amount: undefined })).toMatchObject({ code: 'parameter_missing', param: 'amount' });
    expect(problemOf({ shipping: {} })).toMatchObject({ code: 'parameter_missing', param: 'shipping[name]' });
  });

  it('that are no integers, too small, empty, no choice, no boolean or no list are refused', () => {
    expect(problemOf({ amount: '1.5' })).toMatchObject({
      code: 'parameter_invalid_integer',
      message: 'Invalid integer: 1.5',
    });
    expect(problemOf({ amount: '1e3' })?.code).toBe('parameter_invalid_integer');
    expect(problemOf({ amount: '0' })?.message).toContain('greater than or equal to 1');
    expect(problemOf({ types: [''] })).toMatchObject({ code: 'parameter_invalid_empty', param: 'types[0]' });
    expect(problemOf({ capture_method: 'later' })?.message).toBe(
      'Invalid capture_method: must be one of automatic, automatic_async, or manual',
    );
    expect(problemOf({ confirm: 'yes' })?.message).toBe('Invalid boolean: yes');
    expect(problemOf({ types: 'card' })).toMatchObject({ message: 'Invalid array', param: 'types' });
    expect(problemOf({ description: 'longer than ten' })?.param).toBe('description');
  });
});

describe('metadata', () => {
  it('merges, and an empty value unsets its key', () => {
    expect(mergedMetadata({ a: '1', b: '2' }, { b: '', c: '3' })).toEqual({ a: '1', c: '3' });
    expect(mergedMetadata({ a: '1' }, null)).toEqual({});
    expect(mergedMetadata({ a: '1' }, undefined)).toEqual({ a: '1' });
  });

  it('holds 50 keys of 40 characters with values of 500', () => {
    const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 'v']));
    expect(problemOf({ metadata: many(50) })).toBeNull();
    expect(problemOf({ metadata: many(51) })?.param).toBe('metadata');
    expect(() => mergedMetadata(many(50), { extra: '1' })).toThrow(/up to 50 keys/);
    expect(problemOf({ metadata: { ['k'.repeat(40)]: 'v'.repeat(500) } })).toBeNull();
    expect(problemOf({ metadata: { ['k'.repeat(41)]: 'v' } })).not.toBeNull();
    expect(problemOf({ metadata: { k: 'v'.repeat(501) } })?.param).toBe('metadata[k]');
  });
});
