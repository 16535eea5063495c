import { describe, expect, it } from '@jest/globals';
import { areDoorsOpen, type DoorSettings, type Knock } from './doors.js';

const NEWCOMER: DoorSettings = { seedDemo: true, asked: undefined, nodeEnv: undefined, appUrl: undefined };
const open = (settings: Partial<DoorSettings>, peer: string, headers: Knock['headers'] = {}): boolean =>
  areDoorsOpen({ ...NEWCOMER, ...settings }, { peer, headers: { host: 'localhost:3000', ...headers } });

describe("the demo's doors", () => {
  it('are open to a newcomer at the machine and to phones in the room', () => {
    for (const peer of [
      '127.0.0.1',
      '::1',
      '::ffff:127.0.0.1',
      '192.168.1.20',
      '::ffff:10.42.0.7',
      'fd00::7',
      'fe80::1%eth0',
    ])
      expect([peer, open({}, peer)]).toEqual([peer, true]);
    expect(open({}, '192.168.1.20', { host: '192.168.1.5:3000' })).toBe(true);
    expect(open({}, '192.168.1.20', { host: 'laptop.local:3000' })).toBe(true);
  });

  it('are shut to the open internet, whatever was asked for', () => {
    for (const asked of [undefined, 'yes'] as const) {
      expect(open({ asked }, '203.0.113.9')).toBe(false);
      expect(open({ asked }, '::ffff:203.0.113.9')).toBe(false);
      expect(open({ asked }, '2001:db8::1')).toBe(false);
    }
  });

  it('are shut without the demo and where the operator shut them', () => {
    expect(open({ seedDemo: false }, '127.0.0.1')).toBe(false);
    expect(open({ asked: 'no' }, '127.0.0.1')).toBe(false);
  });

  it('are shut at a place for real people, unless its operator asks for them', () => {
    const real: Array<Partial<DoorSettings>> = [
      { nodeEnv: 'production' },
      { appUrl: 'https://talad.example' },
      { appUrl: 'https://192.168.1.5' },
      { appUrl: 'http://talad.example' },
    ];
    for (const settings of real) {
      expect(open(settings, '127.0.0.1')).toBe(false);
      expect(open({ ...settings, asked: 'yes' }, '127.0.0.1', { host: 'talad.example' })).toBe(true);
    }
  });

  it('are open under a plain address of the room', () => {
    expect(open({ appUrl: 'http://192.168.1.5:3000' }, '192.168.1.20')).toBe(true);
    expect(open({ appUrl: 'http://taladlab.test', nodeEnv: 'development' }, '127.0.0.1')).toBe(true);
  });

  it('are shut to whoever comes from outside through a proxy on this machine', () => {
    expect(open({}, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(false);
    expect(open({}, '::1', { 'x-real-ip': '203.0.113.9' })).toBe(false);
    expect(open({}, '127.0.0.1', { forwarded: 'for=203.0.113.9' })).toBe(false);
    expect(open({}, '127.0.0.1', { 'x-forwarded-for': '192.168.1.20' })).toBe(true);
  });

  it('are not opened by a lie about where one comes from', () => {
    expect(open({}, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })).toBe(false);
    expect(open({}, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9, 127.0.0.1' })).toBe(false);
    expect(open({}, '203.0.113.9', { 'x-forwarded-for': '127.0.0.1' })).toBe(false);
  });

  it('are shut behind a proxy that stands elsewhere in the network: all the world looks like it', () => {
    expect(open({}, '172.18.0.2', { 'x-forwarded-for': '192.168.1.20' })).toBe(false);
  });

  it('are shut to a page whose own name was made to point here', () => {
    expect(open({}, '127.0.0.1', { host: 'rebound.evil.example:3000' })).toBe(false);
    expect(open({}, '127.0.0.1', { host: '' })).toBe(false);
  });
});
