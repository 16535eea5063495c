import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Device, type Hall, openHall } from './hall.js';

const LINE = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Line/14.1.0';

interface Spoken {
  spoken: string[];
  voices: string[];
  cancelled: number;
}

/** A phone's voices, which come late as Android's do. Runs inside the browser before the page's own scripts. */
function fakeVoices(voices: string[]): void {
  const heard: Spoken = { spoken: [], voices: [], cancelled: 0 };
  const list: object[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => list,
    cancel: () => {
      heard.cancelled += 1;
    },
    speak: (said: SpeechSynthesisUtterance) => {
      heard.spoken.push(said.text);
      heard.voices.push(said.voice?.lang ?? '');
      if (said.voice?.name === 'broken')
        said.onerror?.call(said, Object.assign(new Event('error'), { error: 'synthesis-failed' }) as never);
      else said.onstart?.call(said, new Event('start') as SpeechSynthesisEvent);
    },
  });
  class Utterance {
    constructor(readonly text: string) {}
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, heard });
  addEventListener('load', () => {
    list.push(...voices.map((voice) => ({ lang: voice.slice(0, 5), name: voice.slice(6), localService: true })));
    synthesis.dispatchEvent(new Event('voiceschanged'));
  });
}

const heard = (page: Page): Promise<Spoken> => page.evaluate(() => (window as unknown as { heard: Spoken }).heard);

describe('reading aloud', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await openHall('aloud');
  });

  afterAll(() => hall?.close());

  async function atHerTask(options: Parameters<Hall['device']>[0] = {}, prepare?: (page: Page) => Promise<unknown>) {
    const learner = await hall.device(options);
    await prepare?.(learner.page);
    await learner.page.goto('/');
    await learner.press('ลองเป็นผู้เรียน');
    await learner.tap(learner.page.getByRole('button', { name: /^(เริ่มทำ|ทำต่อ)$/ }).first());
    return learner;
  }
  const listen = ({ page }: Device) => page.locator('section').getByRole('button', { name: 'ฟังเสียง' }).first();

  it('reads the task in a Thai voice and is silent at the next press', async () => {
    const learner = await atHerTask({}, (page) => page.addInitScript(fakeVoices, ['en_US', 'th_TH']));
    const { page } = learner;
    await listen(learner).click();
    const stop = page.getByRole('button', { name: 'หยุดเสียง' });
    await stop.waitFor();
    await learner.look('01-reading');
    const { spoken, voices, cancelled } = await heard(page);
    const title = await page.locator('#next-task h2').innerText();
    expect(spoken[0]).toBe(title);
    expect(spoken.join(' ')).toContain(await page.locator('#next-task p').innerText());
    expect(new Set(voices)).toEqual(new Set(['th_TH']));
    await stop.click();
    await listen(learner).waitFor();
    expect((await heard(page)).cancelled).toBeGreaterThan(cancelled);
    expect(learner.faults).toEqual([]);
  });

  it('reads each verdict, and the long text of the strip over her market', async () => {
    const learner = await atHerTask({}, (page) => page.addInitScript(fakeVoices, ['th-TH']));
    const { page } = learner;
    await learner.press('ตรวจดู');
    const verdict = page.locator('#verdict-1');
    await verdict.getByRole('button', { name: 'ฟังเสียง' }).click();
    await verdict.getByRole('button', { name: 'หยุดเสียง' }).waitFor();
    expect((await heard(page)).spoken).toContain(await verdict.locator('p').nth(1).innerText());
    await learner.look('02-verdicts');
    await learner.follow('ไปทำ');
    const strip = page.getByRole('navigation', { name: 'งานของคุณ' });
    await strip.locator('summary').click();
    await strip.getByRole('button', { name: 'ฟังเสียง' }).click();
    await strip.getByRole('button', { name: 'หยุดเสียง' }).waitFor();
    expect((await heard(page)).spoken.join(' ')).toBe(await page.locator('#strip-task').innerText());
    await learner.look('03-strip');
    expect(learner.faults).toEqual([]);
  });

  it.each([
    ['no voice at all', (page: Page) => page.addInitScript(fakeVoices, [])],
    ['no Thai voice', (page: Page) => page.addInitScript(fakeVoices, ['en-US', 'ja-JP'])],
  ])('says once that the phone has %s', async (_what, prepare) => {
    const learner = await atHerTask({}, prepare);
    await learner.page.getByText('เครื่องนี้ยังไม่มีเสียงอ่านภาษาไทย').waitFor();
    expect(await learner.page.getByRole('button', { name: 'ฟังเสียง' }).count()).toBe(0);
    await learner.look('04-no-voice');
    expect(learner.faults).toEqual([]);
  });

  it('says so too when a voice is named that cannot speak', async () => {
    const learner = await atHerTask({}, (page) => page.addInitScript(fakeVoices, ['th-TH broken']));
    await listen(learner).click();
    await learner.page.getByText('เครื่องนี้ยังไม่มีเสียงอ่านภาษาไทย').waitFor({ timeout: 4000 });
    expect(await learner.page.getByRole('button', { name: /ฟังเสียง|หยุดเสียง/ }).count()).toBe(0);
    expect(learner.faults).toEqual([]);
  });

  it("says in LINE's browser that it cannot, and leads out of it", async () => {
    const learner = await atHerTask({ userAgent: LINE }, (page) =>
      page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined })),
    );
    const { page } = learner;
    await page.getByText('แอปที่เปิดหน้านี้อ่านออกเสียงไม่ได้').waitFor();
    const link = page.getByRole('link', { name: 'เปิดในเบราว์เซอร์' });
    const to = new URL((await link.getAttribute('href')) ?? '');
    expect([to.pathname, to.searchParams.get('openExternalBrowser')]).toEqual([new URL(page.url()).pathname, '1']);
    await learner.look('05-line');
    expect(learner.faults).toEqual([]);
  });

  it('shows nothing dead where there is no script', async () => {
    const learner = await atHerTask({ javaScript: false });
    expect(await learner.page.getByText('ฟังเสียง').locator('visible=true').count()).toBe(0);
    expect(learner.faults).toEqual([]);
  });
});
