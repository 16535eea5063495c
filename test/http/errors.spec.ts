import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { appUrl } from '../support/visitor.js';

const form = (type: string, body: string) => ({ method: 'POST', body, headers: { 'content-type': type } });

describe('an error that no controller saw', () => {
  it.each<[string, string, RequestInit, number]>([
    ['an address that nobody has', '/nothing/here', {}, 404],
    ['a static file of an old version', '/assets/old/app.css', {}, 404],
    ['an address that cannot be decoded', '/%E0%A4%A', {}, 404],
    ['an address of the provider that it does not know', '/pay/nothing', {}, 404],
    ['a form for such an address', '/pay/nothing', form('application/x-www-form-urlencoded', 'a=1'), 404],
    ['a method that a page does not take', '/healthz', { method: 'DELETE' }, 404],
    ['JSON that is none', '/staff', form('application/json', '{bad'), 400],
    ['a kind of body that nobody reads', '/staff', form('application/xml', '<a/>'), 415],
    ['an upload without its boundary', '/staff', form('multipart/form-data', 'x'), 400],
    ['an upload that broke off', '/staff', form('multipart/form-data; boundary=x', '--x\r\nbroken'), 400],
    ['a form of two megabytes', '/staff', form('application/x-www-form-urlencoded', `a=${'b'.repeat(2e6)}`), 413],
  ])('is a page with its id: %s', async (_what, path, request, status) => {
    const answer = await fetch(appUrl() + path, request);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    const id = answer.headers.get('x-request-id') ?? 'none';
    expect(load(html)('main code').text()).toBe(id);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/FST_|Error:|at \w+ \(/);
  });

  it.each<[string, string | undefined, string[]]>([
    ['who was sent a link', undefined, ['/']],
    ['who came from elsewhere', 'https://elsewhere.example/a', ['/']],
    ['who loaded it again', `${appUrl()}/nothing/here`, ['/']],
    ['who came from a page of ours', `${appUrl()}/join?code=x`, ['/', '/join?code=x']],
  ])('names what is missing and leads on: %s', async (_who, referer, ways) => {
    const answer = await fetch(`${appUrl()}/nothing/here`, { headers: referer ? { referer } : {} });
    const $ = load(await answer.text());
    expect($('h1').text()).toBe('ไม่พบหน้านี้');
    expect(
      $('main a')
        .map((_i, link) => $(link).attr('href'))
        .get(),
    ).toEqual(ways);
  });
});
