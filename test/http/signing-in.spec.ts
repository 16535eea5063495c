import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { appUrl, Visitor } from '../support/visitor.js';

describe('signing in', () => {
  it('shows names only after three letters of one', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้สอน');
    expect(visitor.page.$('header').text()).toContain('ครูสมจิต ใจเย็น');
  });

  it('answers an unknown e-mail and a wrong password alike', async () => {
    const say = async (email: string) => {
      const visitor = new Visitor();
      await visitor.visit('/staff');
      const seen = await visitor.press('เข้าระบบ', { email, password: 'wrong' });
      return { status: seen.status, text: seen.$('main').text() };
    };
    const unknown = await say('nobody@taladlab.example');
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('อีเมลหรือรหัสผ่านไม่ถูกต้อง');
    expect(unknown.text).toContain('ลืมรหัสผ่าน ให้ผู้ดูแลศูนย์ตั้งให้ใหม่');
    expect(await say('assessor@taladlab.example')).toEqual(unknown);
  });

  it('refuses a form that another site sends', async () => {
    const answer = await supertest(appUrl())
      .post('/staff')
      .set('origin', 'http://evil.example')
      .type('form')
      .send('email=a&password=b');
    expect(answer.status).toBe(403);
  });

  it('refuses a signed-in form without its token', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    const seen = await visitor.press('เปลี่ยนคน', { _csrf: 'made up' });
    expect(seen.status).toBe(403);
  });

  it('forgets the person when somebody else takes the phone', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    await visitor.press('เปลี่ยนคน');
    expect((await visitor.visit('/')).$('header').text()).not.toContain('เปลี่ยนคน');
  });

  it('gives a new cookie at each sign-in and opens nothing with the old one', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    const before = visitor.cookie('taladlab');
    await visitor.visit('/');
    await visitor.pressIn('/demo/trainer');
    const after = visitor.cookie('taladlab');
    expect(after).not.toBe(before);
    const home = (cookie: string) => supertest(appUrl()).get('/home').set('cookie', cookie);
    expect((await home(before)).status).toBe(401);
    expect((await home(after)).status).toBe(200);
  });

  it('opens nothing with a cookie of somebody who signed out, nor with a made up one', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    const cookie = visitor.cookie('taladlab');
    await visitor.press('เปลี่ยนคน');
    expect(visitor.cookie('taladlab')).toBe('');
    for (const kept of [cookie, `taladlab=${'a'.repeat(43)}`])
      expect((await supertest(appUrl()).get('/home').set('cookie', kept)).status).toBe(401);
  });
});
