import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { photoFile } from '../support/photo.js';
import { beginListing, preview } from '../support/preview.js';
import type { Visitor } from '../support/visitor.js';

const verdictOf = async (learner: Visitor, attempt: string, criterion: string): Promise<string> => {
  await learner.visit(attempt);
  const { $ } = await learner.press('ตรวจดู');
  return $(`li:contains("${criterion}")`).last().text();
};

describe('the goods that a learner may list', () => {
  it("are her persona's, begun with one tap, and nobody else's", async () => {
    const { learner, market } = await preview('first-sale', 'goods');
    await learner.visit(`/m/${market}/shop/profile`);
    await learner.press('บันทึก', { name: 'เรือนทดลองของนวล', description: 'ของทำเองจากบ้าน' });
    const { $ } = await learner.visit(`/m/${market}/products/new`);
    expect($('button[name=goodsKey]')).toHaveLength(1);
    const own = $('button[name=goodsKey]').attr('value');
    expect((await learner.visit($('main img').attr('src') ?? '')).status).toBe(200);
    await learner.visit(`/m/${market}/products/new`);
    const other = own === 'krajood-bag' ? 'longan-honey' : 'krajood-bag';
    const token = learner.page.$('input[name=_csrf]').first().val();
    const refused = await supertest(learner.base)
      .post(`/m/${market}/products`)
      .set({ cookie: learner.cookie('taladlab'), origin: learner.base })
      .type('form')
      .send({ _csrf: token, goodsKey: other });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('เลือกสินค้าของคุณจากรายการนี้');
  });
});

describe('a listing that claims what goods cannot do', () => {
  let learner: Visitor;
  let attempt: string;
  let product: string;

  beforeAll(async () => {
    const opened = await preview('shop-ready', 'claims');
    learner = opened.learner;
    attempt = new URL(learner.page.path, learner.base).pathname;
    product = await beginListing(learner, opened.market);
  });

  const save = async (fields: Record<string, string>) => {
    await learner.visit(product);
    const price = learner.page.$('input[name^=price_]').attr('name') ?? '';
    return learner.press('บันทึก', { title: 'ของดีประจำบ้าน ทำเอง 50 กรัม', [price]: '1,๒๕๐', ...fields });
  };

  it('is warned of before it is published: the words, why, and what to write instead', async () => {
    const { $ } = await save({ description: 'กินทุกวันช่วยรักษาเบาหวาน เห็นผลทันที' });
    const warning = $('#claims').text();
    expect(warning).toContain('รักษาเบาหวาน');
    expect(warning).toContain('เห็นผลทันที');
    expect(warning).toContain('ยาที่ขึ้นทะเบียน');
    expect(warning).toContain('เขียนแทนว่า');
    expect($('button:contains("ลงขาย")')).toHaveLength(1);
  });

  it('may be published all the same, and is then judged', async () => {
    await learner.press('ลงขาย');
    const verdict = await verdictOf(learner, attempt, 'ECU04.2.3');
    expect(verdict).toContain('ลองอีกครั้ง');
    expect(verdict).toContain('รักษาเบาหวาน');
    expect(verdict).toMatch(/วันจันทร์ที่ 2 พ\.ย\. 2569 \d\d:\d\d เราเตือนเรื่องคำที่ไม่ควรใช้/);
    expect(verdict).not.toMatch(/listing\.|products\[/);
  });

  it('waits for a person where she says that the words are no claim', async () => {
    await save({ description: 'หอมวิเศษ' });
    await learner.press('ฉันว่าไม่ใช่คำอวดอ้าง ให้ผู้ประเมินดู');
    expect(learner.page.$('#claims').text()).toContain('รอผู้ประเมินดู');
    expect(await verdictOf(learner, attempt, 'ECU04.2.3')).toContain('รอผู้ประเมินดู');
  });

  it('is warned of no more when the words are gone or denied', async () => {
    const { $ } = await save({ description: 'ผลิตภัณฑ์นี้ไม่ใช่ยารักษาโรค' });
    expect($('#claims')).toHaveLength(0);
    expect(await verdictOf(learner, attempt, 'ECU04.2.3')).toContain('ผ่าน');
  });

  it('is warned of for the words of a photo too', async () => {
    await learner.visit(`${product}/photos`);
    const { $ } = await learner.press(learner.page.$('details[name=tray] button').first().text(), {
      role: 'front',
      licence: 'own',
      alt: 'สบู่สูตรขาวถาวร',
    });
    expect($('#claims').text()).toContain('ขาวถาวร');
  });
});

describe('a shop whose name looks like that of others', () => {
  it('is warned of at once, may keep it, and is then judged', async () => {
    const { learner, market } = await preview('shop-ready', 'names');
    const attempt = new URL(learner.page.path, learner.base).pathname;
    const profile = { description: 'ของทำเองจากบ้าน', groupId: 'food' };
    await learner.upload(
      `/m/${market}/shop/profile`,
      'บันทึก',
      { ...profile, name: 'ศรีลองมาร์ต', licence: 'own' },
      { image: await photoFile() },
    );
    expect(learner.page.path).toContain('/shop/profile');
    expect(learner.page.$('[role=alert]').text()).toContain('ศรีลองมาร์ท');
    expect((await learner.visit(`/m/${market}/shop`)).$('[role=alert]').text()).toContain('ศรีลองมาร์ท');
    expect(await verdictOf(learner, attempt, 'ECU03.1.1')).toContain('ลองอีกครั้ง');

    await learner.visit(`/m/${market}/shop/profile`);
    await learner.press('บันทึก', { ...profile, name: 'เรือนทดลองของนวล' });
    expect(learner.page.$('[role=alert]')).toHaveLength(0);
    expect(await verdictOf(learner, attempt, 'ECU03.1.1')).toContain('ผ่าน');
  });
});
