import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toString as drawQr } from 'qrcode';
import { type Device, type Hall, openHall } from './hall.js';

describe('a class in a hall', () => {
  let hall: Hall;
  let trainer: Device;
  let learner: Device;
  let classPath: string;
  let pictures: string[];
  let cardLink: string;
  let qr: string;

  beforeAll(async () => {
    hall = await openHall('class');
    [trainer, learner] = await Promise.all([hall.device(), hall.device()]);
  });

  afterAll(() => hall?.close());

  const heading = ({ page }: Device) => page.getByRole('heading', { level: 1 }).innerText();

  it('begins at a Thai welcome page', async () => {
    await trainer.page.goto('/');
    expect(await heading(trainer)).toBe('ฝึกขายออนไลน์ ก่อนขายจริง');
    expect(await trainer.page.locator('html').getAttribute('lang')).toBe('th');
    await trainer.look('01-welcome');
    await trainer.press('ลองเป็นผู้สอน');
    await trainer.look('02-trainer-home');
  });

  it('is opened by its trainer, who prints a card for each learner', async () => {
    await trainer.page.goto('/classes');
    await trainer.look('03-classes');
    await trainer.page.getByLabel('ชื่อชั้นเรียน').fill('รุ่นที่ 2 กลุ่มทอผ้าบ้านนา');
    await trainer.press('เปิดชั้นเรียน');
    classPath = new URL(trainer.page.url()).pathname;
    await trainer.look('04-new-class');
    await trainer.page.getByLabel('ชื่อผู้เรียน').fill('1. สมหญิง ขยันยิ่ง\n2. บุญเลิศ ตั้งใจ\n3. จำปี งามตา');
    await trainer.press('เพิ่มและพิมพ์บัตร');
    const card = trainer.page.locator('.join-card', { hasText: 'สมหญิง ขยันยิ่ง' });
    pictures = await card.locator('li').evaluateAll((all) => all.map((one) => one.lastElementChild?.textContent ?? ''));
    qr = await card
      .locator('svg path')
      .last()
      .evaluate((path) => path.getAttribute('d') ?? '');
    cardLink = (await card.locator('.join-card-qr').getAttribute('href')) ?? '';
    expect(pictures).toHaveLength(3);
    await trainer.look('05-cards');
  });

  it('is entered with the code and by the address on a card', async () => {
    const { page } = learner;
    await trainer.page.goto(classPath);
    const code = await trainer.page.locator('.class-code').innerText();
    await page.goto('/');
    await learner.follow('ฉันเป็นผู้เรียน');
    await page.getByLabel('รหัสชั้นเรียน').fill(code.toUpperCase());
    await page.getByLabel('ชื่อของคุณ').fill('สมห');
    await learner.press('หาชื่อฉัน');
    await learner.look('06-which-one');
    // Who has only the code and a name stands at another door than who holds the card.
    expect(cardLink).not.toContain(await page.getByRole('link', { name: 'สมหญิง ขยันยิ่ง' }).getAttribute('href'));
    expect(cardLink).toContain(`${hall.url}/join/`);
    expect(cardLink).toContain('?openExternalBrowser=1');
    expect(await drawQr(cardLink, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })).toContain(qr);

    await page.goto(cardLink);
    await learner.look('07-card');
    for (const [place, picture] of pictures.entries()) {
      const group = page.getByRole('group', { name: `แตะรูปที่ ${place + 1}` });
      await group.locator('label', { hasText: picture }).first().click();
    }
    await learner.press('เข้าเรียน');
    await learner.look('07-notice');
    await learner.press('เข้าใจแล้ว');
    expect(await heading(learner)).toContain('สมหญิง ขยันยิ่ง');
    await learner.look('08-nothing-yet');
  });

  it('is given an exercise, which its learners find at once', async () => {
    await trainer.page.goto(classPath);
    await trainer.follow('มอบหมายแบบฝึก');
    await trainer.look('09-assign');
    await trainer.page.getByText('ขายครั้งแรก', { exact: true }).click();
    await trainer.press('ต่อไป');
    await trainer.page.getByText('ผู้เรียน 3 คน').waitFor();
    await trainer.look('10-review');
    await trainer.press('มอบหมายเลย');
    await trainer.page.getByText('เริ่มแล้ว 0 จาก 3 คน').waitFor();
    await trainer.look('11-class');

    await learner.page.goto('/home');
    await learner.look('12-learner-home');
    await learner.press('เริ่มทำ');
    expect(await heading(learner)).toBe('ขายครั้งแรก');
    await trainer.page.reload();
    await trainer.follow('ดูว่าใครถึงไหน');
    await trainer.page.getByText('ยังไม่ได้ทำ: เปิดร้าน').waitFor();
    await trainer.look('13-who-is-where');
  });

  it('shares a market of its own', async () => {
    await trainer.page.goto(classPath);
    await trainer.press('เปิดตลาดของชั้นเรียน');
    await trainer.page.getByText('เปิดตลาดแล้ว').waitFor();
    await trainer.look('14-class-with-market');
    await learner.page.goto('/home');
    await learner.follow('เข้าตลาด');
    await learner.look('15-class-market');
  });

  it('broke no rule of the house on the way', () => {
    expect([...trainer.faults, ...learner.faults]).toEqual([]);
  });
});
