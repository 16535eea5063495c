import { describe, expect, it } from '@jest/globals';
import { phoneAddress } from './phone-address.js';

describe('the address on a card', () => {
  it('is the public one when there is one', () => {
    expect(phoneAddress('127.0.0.1:3000', 'https://talad.example/', '192.168.1.5')).toBe('https://talad.example');
  });

  it('is the one in the room when the trainer sits at the machine', () => {
    expect(phoneAddress('localhost:3000', undefined, '192.168.1.5')).toBe('http://192.168.1.5:3000');
    expect(phoneAddress('[::1]:3000', undefined, '192.168.1.5')).toBe('http://192.168.1.5:3000');
  });

  it('is the one that the trainer uses when that reaches further than the machine', () => {
    expect(phoneAddress('192.168.1.9:3000', undefined, '10.0.0.1')).toBe('http://192.168.1.9:3000');
    expect(phoneAddress('talad.test', undefined, '10.0.0.1')).toBe('http://talad.test');
  });

  it('stays as it is on a machine without a network', () => {
    expect(phoneAddress('localhost:3000', undefined, undefined)).toBe('http://localhost:3000');
  });
});
