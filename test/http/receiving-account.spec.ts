import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallShop } from '../support/small-shop.js';
import { Visitor } from '../support/visitor.js';

describe('the account in which a shop takes money', () => {
  let me: Visitor;
  let market: string;
  const text = () => me.page.$('main').text().replace(/\s+/g, ' ');
  const account = () => `/m/${market}/money/account`;
  const kind = (name: string) => me.page.$(`input[value=${name}]`).closest('label').find('strong').text();

  beforeAll(async () => {
    ({ me, market } = await smallShop());
  });

  it('is one of those on the card and beside it, picked and never typed', async () => {
    await me.visit(account());
    expect(me.page.$('input[name=kind]')).toHaveLength(4);
    expect(me.page.$('main input[type=text]')).toHaveLength(0);
    await me.press('ใช้บัญชีนี้');
    expect(me.page.status).toBe(422);
    expect(text()).toContain('แตะเลือกบัญชีก่อน');
    await me.press('ใช้บัญชีนี้', { kind: 'stranger' });
    expect(me.page.status).toBe(422);
  });

  it('may be a child’s, as tempting as that is, and can be changed', async () => {
    await me.visit(account());
    const [child, own] = [kind('child'), kind('own')];
    await me.press('ใช้บัญชีนี้', { kind: 'child' });
    expect(text()).toContain(`ชื่อบัญชี${child}`);
    await me.press('ใช้บัญชีนี้', { kind: 'own' });
    expect(text()).toContain(`ชื่อบัญชี${own}`);
  });

  it('shows what came only after she has looked, and takes only the exact sum', async () => {
    await me.visit(account());
    await me.press('ลองรับเงิน');
    await me.visit(`/m/${market}/money/statement`);
    expect(text()).not.toContain('เงินเข้า');
    await me.press('เปิดดูรายการล่าสุด');
    const came = /เงินเข้า ฿?(\d\.\d\d)/.exec(text())?.[1] ?? '';
    expect(came).not.toBe('');
    await me.visit(account());
    await me.press('ตรงกัน ใช้บัญชีนี้', { amount: '0.50' });
    expect(me.page.status).toBe(422);
    expect(text()).toContain('ยังไม่ตรง');
    await me.press('ตรงกัน ใช้บัญชีนี้', { amount: came });
    expect(text()).toContain('บัญชีพร้อมรับเงินแล้ว');
    await me.visit(`/m/${market}/money/statement`);
    expect(text()).toContain('จับคู่แล้ว');
  });

  it('is nobody else’s to look at', async () => {
    const other = new Visitor();
    await other.visit('/');
    await other.press('ลองเป็นผู้เรียน');
    for (const page of ['account', 'statement'])
      expect((await other.visit(`/m/${market}/money/${page}`)).status).toBe(404);
  });
});
