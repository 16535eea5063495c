import type { Visitor } from './visitor.js';

/** Takes the seller through a paid order of two pieces until its number is told. Answers the number. */
export async function sendParcel(me: Visitor, order: string): Promise<string> {
  const path = new URL(order, me.base).pathname;
  await me.visit(path);
  await me.press('รับคำสั่งซื้อ');
  await me.press('บันทึกใบส่งของ', {
    seller: 'มะลิ ทดลองขาย',
    buyer: 'กมล ลองซื้อ',
    date: '23/11/2569',
    item_0: 'yes',
    quantity_0: '2',
    total: '285',
    placement: 'inside',
  });
  await me.press('ทำใบปะหน้า', {
    name: 'กมล ลองซื้อ',
    phone: '00-6471-8850',
    line: '71/2 ซอย 14',
    subDistrict: 'สี่พระยา',
    district: 'บางรัก',
    province: 'กรุงเทพมหานคร',
    postcode: '10500',
  });
  await me.visit(path);
  await me.press('แพ็กเสร็จแล้ว');
  await me.press('ส่งที่เคาน์เตอร์');
  const number = /TL\d{9}XX/.exec(me.page.$('main').text())?.[0];
  if (!number) throw new Error(`The counter gave no number:\n${me.page.$('main').text()}`);
  await me.press('บันทึกเลขพัสดุ', { trackingNumber: number });
  return number;
}
