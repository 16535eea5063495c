import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Device, type Hall, openHall } from './hall.js';

const SMALL = { width: 360, height: 640 };

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('joining');
});
afterAll(() => hall?.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('joining by a card on a small phone %s', (_kind, javaScript) => {
  const className = `รุ่นสี่คน ${javaScript ? 1 : 2}`;
  let trainer: Device;
  let learner: Device;
  let cardPath: string;
  let doorOfCard: string;
  let pictures: string[];

  beforeAll(async () => {
    [trainer, learner] = await Promise.all([hall.device(), hall.device({ javaScript })]);
    await trainer.page.goto('/');
    await trainer.press('ลองเป็นผู้สอน');
    await trainer.page.goto('/classes');
    await trainer.page.getByLabel('ชื่อชั้นเรียน').fill(className);
    await trainer.press('เปิดชั้นเรียน');
    await trainer.look('00-empty-class');
    await trainer.page.getByLabel('ชื่อผู้เรียน').fill('พรทิพย์ วัฒนาพงษ์ไพบูลย์');
    await trainer.press('เพิ่มและพิมพ์บัตร');
    pictures = await trainer.page.locator('.join-card li span').allInnerTexts();
    doorOfCard = new URL((await trainer.page.locator('a.join-card-qr').getAttribute('href')) ?? '').pathname;
    const code = await trainer.page.locator('.join-card strong').innerText();
    await learner.page.setViewportSize(SMALL);
    await learner.page.goto(`/join?code=${code}&openExternalBrowser=1`);
    await learner.look('01-class-link');
    await learner.page.getByLabel('ชื่อของคุณ').fill('พรท');
    await learner.press('หาชื่อฉัน');
    cardPath = (await learner.page.getByRole('link', { name: 'พรทิพย์' }).getAttribute('href')) ?? '';
  });

  const group = (n: number) => learner.page.getByRole('group', { name: `แตะรูปที่ ${n}` });
  const choose = (n: number, picture: string) => group(n).locator('label').filter({ hasText: picture }).first().click();
  const bottomOf = async (words: string) => {
    const box = await learner.page.getByText(words, { exact: true }).locator('visible=true').last().boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  };

  it('shows all pictures on the first screen, and the next ones where the first were', async () => {
    await learner.page.setViewportSize(SMALL);
    await learner.page.goto(cardPath);
    expect(await bottomOf('จักรยาน')).toBeLessThanOrEqual(SMALL.height);
    expect(await learner.page.getByRole('button', { name: 'เข้าเรียน' }).isVisible()).toBe(false);
    await learner.look('02-first-picture');
    await learner.page.setViewportSize(SMALL);
    await choose(1, pictures[0] ?? '');
    await group(2).locator('label').first().waitFor();
    expect(await bottomOf('จักรยาน')).toBeLessThanOrEqual(SMALL.height);
    await learner.look('03-second-picture');
  });

  it('takes back the last picture that was tapped', async () => {
    await choose(2, pictures[2] ?? '');
    await learner.page.locator('.pick-undo:visible').click();
    await choose(2, pictures[1] ?? '');
    await choose(3, pictures[2] ?? '');
    await learner.look('04-all-three');
    await learner.page.setViewportSize(SMALL);
    expect(await bottomOf('เข้าเรียน')).toBeLessThanOrEqual(SMALL.height);
    await learner.press('เข้าเรียน');
    await learner.look('05-notice');
    await learner.press('เข้าใจแล้ว');
    expect(await learner.page.locator('header').innerText()).toContain('พรทิพย์');
  });

  it('tells in whole what is kept', async () => {
    await learner.page.goto('/privacy');
    await learner.look('06-privacy');
  });

  it('says kindly when the card is void, to her and to her trainer', async () => {
    const miss = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        for (const [at, picture] of [...pictures].reverse().entries()) await choose(at + 1, picture);
        await learner.press('เข้าเรียน');
      }
    };
    await learner.page.goto(cardPath);
    await miss(5);
    await learner.page.getByText('ให้สแกน QR บนบัตร').waitFor();
    await learner.look('07-resting-card');
    await learner.page.goto(doorOfCard);
    await miss(5);
    await learner.page.getByText('บอกผู้สอนว่า').waitFor();
    await learner.look('07-void-card');
    await trainer.page.goto('/classes');
    await trainer.page.getByRole('link', { name: className }).click();
    await trainer.page.getByText('มีบัตรถูกปิด').waitFor();
    await trainer.look('08-void-card-of-trainer');
  });

  it('broke no rule of the house on the way', () =>
    expect([...trainer.faults, ...learner.faults].filter((fault) => !fault.includes('422'))).toEqual([]));
});
