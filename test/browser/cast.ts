import type { CheerioAPI } from 'cheerio';
import { enter, playRobot } from '../robots/play.mjs';
import { handIn, PASSWORD, through } from '../support/assessing.js';
import { buy, scanPage } from '../support/buying.js';
import { keptBooks } from '../support/kept-books.js';
import { openRaw } from '../support/raw-database.js';
import { smallClassAt } from '../support/small-class.js';
import { smallShop } from '../support/small-shop.js';
import { takenTransfers } from '../support/taken-transfers.js';
import { Visitor } from '../support/visitor.js';

/** Somebody whose pages are walked: how she is signed in and where she begins. */
export interface Player {
  session: string;
  from: string[];
}

const sessionOf = (visitor: Visitor): string => visitor.cookie('taladlab').split('=')[1] ?? '';

/** Who has not done anything yet: a learner without an exercise, a trainer without one given, an administrator. */
export async function newcomers(base: string): Promise<Record<string, Player>> {
  const small = await smallClassAt(base, 'ฟ้าใส มาใหม่', 'ดาวเรือง ยังไม่เริ่ม');
  const learner = await small.join('ฟ้าใส มาใหม่');
  await small.trainer.visit(small.path);
  await small.trainer.press('เปิดตลาดของชั้นเรียน');
  const admin = new Visitor(base);
  await admin.visit('/staff');
  await admin.press('เข้าระบบ', { email: 'admin@taladlab.example', password: PASSWORD });
  return {
    'a learner who has nothing to do yet': { session: sessionOf(learner), from: ['/home', '/notice'] },
    'a trainer with a new class and its market': { session: sessionOf(small.trainer), from: [small.path] },
    'an administrator': { session: sessionOf(admin), from: ['/home'] },
  };
}

/** A visitor with a printed card in her hand. */
export async function visitors(base: string): Promise<Record<string, Player>> {
  const { code } = await smallClassAt(base, 'ใบเตย มีบัตร');
  const visitor = new Visitor(base);
  await visitor.visit(`/join?code=${code}&name=${encodeURIComponent('ใบเตย')}`);
  const card = visitor.page.$('a[href^="/join/"]').attr('href') ?? '';
  const player = new Visitor(base);
  await player.visit('/');
  await player.press('ลองเล่น 1 นาที ไม่ต้องสมัคร');
  const checker = new Visitor(base);
  await checker.visit('/');
  await checker.press('ลองตรวจสลิป ไม่ต้องสมัคร');
  return {
    'a visitor': { session: '', from: ['/', '/offline', '/style', '/admin-reset', '/apply', card] },
    'a visitor who checks a slip': { session: sessionOf(checker), from: [new URL(checker.page.path, base).pathname] },
    'a visitor who plays': { session: sessionOf(player), from: [player.page.path, '/try'] },
  };
}

/** The address of the class that the demo's learners are in: the oldest. */
async function demoClass(trainer: Visitor): Promise<string> {
  const { $ } = await trainer.visit('/classes');
  return $('main a[href^="/classes/"]').last().attr('href') ?? '';
}

/** Who is in the middle of it: a shop with orders, a purchase under way, work handed in and marked. */
export async function oldHands(base: string, settings: Parameters<typeof openRaw>[0]): Promise<Record<string, Player>> {
  const learner = await through(base, 'ลองเป็นผู้เรียน');
  const submission = await handIn(learner, 'ร้านพร้อมขาย');
  const assessor = await through(base, 'ลองเป็นผู้ประเมิน');
  const trainer = await through(base, 'ลองเป็นผู้สอน');
  const group = await demoClass(trainer);
  const seller = await enter(base);
  const played = await playRobot(seller, { exercise: 'first-sale', robot: 'perfect', seed: '1' });
  const { me, market, product } = await smallShop(base);
  const transfers = await takenTransfers(base);
  const raw = await openRaw(settings);
  const books = await keptBooks({ app: { url: base }, raw });
  await raw.close();
  const bought = await buy(me, market, product);
  const scan = new URL(await scanPage(me, bought)).pathname;
  const [purchase = ''] = hrefs((await me.visit(bought)).$, `main a[href^="/m/${market}/purchases/"]`);
  await me.visit(`/m/${market}/p/${product}`);
  await me.pressIn(`/m/${market}/cart/lines`, { quantity: '1' });
  return {
    'a learner who has handed in': {
      session: sessionOf(learner),
      from: ['/home', `/submissions/${submission}`, `/results/${submission}`],
    },
    'a trainer whose learners work': {
      session: sessionOf(trainer),
      from: [
        group,
        `${group}/submissions/${submission}`,
        `${group}/assignments/review?exercise=first-sale&mode=practice`,
      ],
    },
    'an assessor with work to mark': {
      session: sessionOf(assessor),
      from: ['/assess', `/assess/submissions/${submission}`],
    },
    'a seller after her first sale': {
      session: seller.cookies.taladlab,
      from: [seller.page.url, ...(await papersOf(base, seller.cookies.taladlab, played.market))],
    },
    'a seller who takes transfers': { session: sessionOf(transfers.seller), from: transfers.pages },
    'a buyer who transfers': { session: sessionOf(transfers.buyer), from: transfers.buying },
    'a seller who keeps her books': { session: sessionOf(books.me), from: books.pages },
    'a buyer': {
      session: sessionOf(me),
      from: [
        bought,
        scan,
        `${purchase}/reviews`,
        `/m/${market}/purchases`,
        `/m/${market}/cart`,
        `/m/${market}/checkout`,
        `/m/${market}/shop`,
        `/m/${market}/money/account`,
        `/m/${market}/money/statement`,
      ],
    },
  };
}

/** The pages of a shop's orders, and of the one that was sent its papers. */
async function papersOf(base: string, session: string, market: string): Promise<string[]> {
  const seller = new Visitor(base).carry(`taladlab=${session}`);
  const orders = `/m/${market}/orders`;
  const { $ } = await seller.visit(orders);
  const tabs = hrefs($, `main a[href^="${orders}?"]`);
  for (const tab of tabs) {
    const [order = ''] = hrefs((await seller.visit(tab)).$, `main a[href^="${orders}/"]`);
    const papers = [`${order}/label.html`, `${order}/document.html`];
    if (order && (await seller.visit(papers[0] ?? '')).status === 200) return [orders, order, ...papers];
  }
  throw new Error('No order of the shop was sent.');
}

const hrefs = ($: CheerioAPI, selector: string): string[] =>
  $(selector)
    .map((_i, link) => $(link).attr('href'))
    .get();
