import { takeTransfers } from './bank.js';
import { smallClassAt } from './small-class.js';
import { openShop, sellOne } from './small-shop.js';
import { appUrl, type Visitor } from './visitor.js';

/** A shop that takes transfers, a classmate who showed a slip and one who orders by chat, and the pages on which both look after it. */
export async function takenTransfers(
  base = appUrl(),
): Promise<{ seller: Visitor; buyer: Visitor; pages: string[]; buying: string[] }> {
  const group = await smallClassAt(base, 'แม่ค้ารับโอน', 'ลูกค้าทักแชต');
  await group.trainer.visit(group.path);
  await group.trainer.press('เปิดตลาดของชั้นเรียน');
  const market = /\/m\/([a-z0-9]+)/.exec(group.trainer.page.html)?.[1] ?? '';
  const seller = await group.join('แม่ค้ารับโอน');
  await openShop(seller, market, 'ร้านรับโอนทุกวัน');
  const product = await sellOne(seller, market);
  await takeTransfers(seller, market);
  const buyer = await group.join('ลูกค้าทักแชต');
  await buyer.visit(`/m/${market}/p/${product}`);
  await buyer.press('ใส่ตะกร้า', { quantity: '1' });
  await buyer.visit(`/m/${market}/checkout`);
  await buyer.press('สั่งซื้อ');
  await buyer.pressIn(`${here(buyer)}/payment`, {}, 'โอนเข้าบัญชีร้าน');
  await buyer.press('โอนเข้าบัญชีร้าน');
  const transfer = here(buyer);
  await buyer.press('โอนเงินฝึก', { how: 'over' });
  await buyer.press('ส่งสลิปนี้', { transfer: buyer.page.$('input[name=transfer]').first().attr('value') ?? '' });
  await buyer.visit(`/m/${market}/p/${product}`);
  const shop = buyer.page.$('main a[href*="/s/"]').first().attr('href') ?? '';
  await buyer.visit(`${shop}/chat`);
  await buyer.press('ส่งให้ร้าน', { buyer: 'buyer-01', says: 'ขอ 1 ชิ้นค่ะ คิดเงินรวมส่งมาเลย' });
  await seller.visit(`/m/${market}/money/statement`);
  await seller.press('เปิดดูรายการล่าสุด');
  const line = seller.page.$('a[href*="/money/statement/"]').first().attr('href') ?? '';
  await seller.visit(`/m/${market}/money/slips`);
  const slip = seller.page.$('main li a').first().attr('href') ?? '';
  await seller.visit(line);
  const order = seller.page.$('input[name=order]').first().attr('value');
  const money = `/m/${market}/money`;
  return {
    seller,
    buyer,
    pages: [`${money}/account`, `${money}/slips`, slip, line, `${money}/orders/${order}`, `${money}/requests`],
    buying: [transfer, `${shop}/chat`],
  };
}

const here = ({ page, base }: Visitor): string => new URL(page.path, base).pathname;
