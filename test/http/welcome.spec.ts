import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { appUrl, Visitor } from '../support/visitor.js';

describe('the front door', () => {
  it('greets in Thai and says that nothing is really sold', async () => {
    const { status, $ } = await new Visitor().visit('/');
    expect(status).toBe(200);
    expect($('html').attr('lang')).toBe('th');
    expect($('body').text()).toContain('ตลาดฝึก ไม่มีการซื้อขายจริง');
    expect($('h1').text()).toBe('ฝึกขายออนไลน์ ก่อนขายจริง');
  });

  it('speaks English to a phone that asked for it', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    const { $ } = await visitor.press('English');
    expect($('h1').text()).toBe('Practise selling online before you do it for real');
  });

  it("lets no page be indexed, framed or run somebody else's script", async () => {
    const { headers } = await supertest(appUrl()).get('/');
    expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('gives a visitor no session to look at a page', async () => {
    const { headers } = await supertest(appUrl()).get('/');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('says that it lives and that it is ready', async () => {
    expect((await supertest(appUrl()).get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await supertest(appUrl()).get('/readyz')).body).toEqual({ status: 'ready' });
  });

  it('shows a page with an id, not a stack, for an address that is none', async () => {
    const { status, $ } = await new Visitor().visit('/no/such/page');
    expect(status).toBe(404);
    expect($('main').text()).toContain('ไม่พบหน้านี้');
    expect($('code').text()).not.toBe('');
  });
});
