import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Device, type Hall, openHall } from './hall.js';

const PASSWORD = 'talad-demo-2569';
const OWN = 'ปลาทูสองเข่งกับข้าว';

describe('people and their accounts', () => {
  let hall: Hall;
  let admin: Device;
  let trainer: Device;

  beforeAll(async () => {
    hall = await openHall('people');
    [admin, trainer] = await Promise.all([hall.device(), hall.device({ javaScript: false })]);
  });
  afterAll(() => hall?.close());

  const heading = ({ page }: Device) => page.getByRole('heading', { level: 1 }).innerText();

  async function signIn(device: Device, email: string, password: string): Promise<void> {
    await device.page.goto('/staff');
    await device.page.getByLabel('อีเมล').fill(email);
    await device.page.getByLabel('รหัสผ่าน').fill(password);
    await device.press('เข้าระบบ');
  }

  it('are added by an administrator, who reads the one-time password from her screen', async () => {
    await signIn(admin, 'admin@taladlab.example', PASSWORD);
    await admin.look('01-staff');
    await admin.page.getByLabel('ชื่อ').fill('ครูสุดา ตั้งใจสอน');
    await admin.page.getByLabel('อีเมล').fill('suda@school.example');
    await admin.page.getByText('ผู้สอน', { exact: true }).last().click();
    await admin.press('เพิ่มคนนี้');
    await admin.look('02-one-time-password');
    const oneTime = await admin.page.locator('.one-time').innerText();
    await admin.follow('ส่งรหัสแล้ว กลับไปรายชื่อ');
    await admin.page.getByRole('link', { name: 'สุดา' }).click();
    await admin.look('03-one-of-the-staff');

    await signIn(trainer, 'suda@school.example', oneTime);
    await trainer.look('04-first-password');
    await trainer.page.getByLabel('รหัสผ่านตอนนี้').fill(oneTime);
    await trainer.page.getByLabel('รหัสผ่านใหม่', { exact: true }).fill(OWN);
    await trainer.page.getByLabel('รหัสผ่านใหม่อีกครั้ง').fill(OWN);
    await trainer.press('บันทึกรหัสผ่าน');
    expect(await heading(trainer)).toBe('บัญชีของฉัน');
    await trainer.look('05-account');
  });

  it('find what they had typed when their session ended on the way', async () => {
    const { page } = trainer;
    await page.goto('/classes');
    await page.getByLabel('ชื่อชั้นเรียน').fill('รุ่นที่ 3 กลุ่มจักสาน');
    await admin.page.goto('/people');
    await admin.page.getByRole('link', { name: 'สุดา' }).click();
    await admin.page.getByText('โทรศัพท์หาย').click();
    await admin.press('ให้ออกจากทุกเครื่อง');
    await trainer.press('เปิดชั้นเรียน');
    await trainer.look('06-signed-out-meanwhile');
    await signIn(trainer, 'suda@school.example', OWN);
    expect(new URL(page.url()).pathname).toBe('/classes');
    expect(await page.getByLabel('ชื่อชั้นเรียน').inputValue()).toBe('รุ่นที่ 3 กลุ่มจักสาน');
    await trainer.look('07-typed-again');
    await trainer.press('เปิดชั้นเรียน');
    expect(await heading(trainer)).toBe('รุ่นที่ 3 กลุ่มจักสาน');
  });

  // A page that asks to sign in first is answered with 401, of which the browser tells.
  it('broke no rule of the house on the way', () =>
    expect([...admin.faults, ...trainer.faults].filter((fault) => !fault.includes('401'))).toEqual([]));
});

describe.each([
  { javaScript: true, keepsPages: true },
  { javaScript: true, keepsPages: false },
  { javaScript: false, keepsPages: false },
])('Back after เปลี่ยนคน (%o)', ({ javaScript, keepsPages }) => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall(`back_${javaScript}_${keepsPages}`, { keepsPages });
  });
  afterAll(() => hall?.close());

  it('shows nothing of the person before', async () => {
    const phone = await hall.device({ javaScript });
    const { page } = phone;
    await page.goto('/');
    await phone.press('ลองเป็นผู้เรียน');
    const name = (await page.locator('.bar-menu summary').innerText()).trim();
    await page.goto('/account');
    await page.goto('/home');
    await page.locator('.bar-menu summary').click();
    await phone.press('เปลี่ยนคน');
    for (const path of ['/home', '/account', '/home']) {
      await page.goBack({ waitUntil: 'commit' });
      await page.getByText('เข้าระบบก่อน').waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.content()).not.toContain(name);
    }
  });
});
