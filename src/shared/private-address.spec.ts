import { describe, expect, it } from '@jest/globals';
import { isPrivateAddress, isPrivateHost } from './private-address.js';

describe('an address of the room', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.42.0.7',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.43.20',
    '169.254.7.7',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:192.168.1.9',
    'fd12:3456::1',
    'fe80::1%wlan0',
  ])('is %s', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '11.0.0.1',
    '192.169.0.1',
    '100.64.0.1',
    '::ffff:8.8.8.8',
    '2001:db8::1',
    '0.0.0.0',
    'localhost',
    'fd.example.com',
    '10.0.0.1.example.com',
    '',
  ])('is not "%s"', (address) => expect(isPrivateAddress(address)).toBe(false));
});

describe('a host of the room', () => {
  it.each([
    'localhost',
    'talad.localhost',
    '127.0.0.1',
    '[::1]',
    '192.168.1.5',
    'laptop',
    'laptop.local',
    'taladlab.test',
  ])('is %s', (host) => expect(isPrivateHost(host)).toBe(true));

  it.each(['talad.example', 'rebound.evil.com', '8.8.8.8', 'localhost.evil.com', ''])('is not "%s"', (host) =>
    expect(isPrivateHost(host)).toBe(false),
  );
});
