import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './device.js';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 13; CPH2387) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';

describe('a device in plain words', () => {
  it.each([
    [ANDROID, 'android', 'Chrome'],
    [`${ANDROID} Line/14.9.0/IAB`, 'android', 'LINE'],
    [ANDROID.replace('Mobile ', ''), 'tablet', 'Chrome'],
    [
      'Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
      'android',
      'Samsung Internet',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
      'iphone',
      'Safari',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0',
      'windows',
      'Edge',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'linux', 'Firefox'],
    ['curl/8.5', 'unknown', null],
    [null, 'unknown', null],
  ])('%s', (userAgent, kind, browser) => {
    expect(deviceOf(userAgent)).toEqual({ kind, browser });
  });
});
