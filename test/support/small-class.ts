import { cardDoors, printedCards, tapped } from './card-pictures.js';
import { appUrl, Visitor } from './visitor.js';

export interface SmallClass {
  trainer: Visitor;
  /** The address of the class's page. */
  path: string;
  code: string;
  /** Where the QR of a learner's printed card leads. */
  door(name: string): string;
  /** The words beneath its three pictures. */
  pictures(name: string): string[];
  /** Comes in as a learner does: code, name, the three pictures of the printed card. */
  join(name: string): Promise<Visitor>;
}

/** A new class of the demo's trainer with these learners and their printed cards. */
export const smallClass = (...names: string[]): Promise<SmallClass> => smallClassAt(appUrl(), ...names);

export async function smallClassAt(base: string, ...names: string[]): Promise<SmallClass> {
  const trainer = new Visitor(base);
  await trainer.visit('/');
  await trainer.press('ลองเป็นผู้สอน');
  await trainer.visit('/classes');
  await trainer.press('เปิดชั้นเรียน', { name: `ชั้นของ ${names.join(' และ ')}` });
  const path = new URL(trainer.page.path, trainer.base).pathname;
  const { $ } = await trainer.press('เพิ่มและพิมพ์บัตร', { names: names.join('\n') });
  const cards = printedCards($);
  const code = $('.join-card strong').first().text();
  const doors = cardDoors($);
  const door = (name: string) => doors.get(name) ?? '';
  const pictures = (name: string) => cards.get(name) ?? [];
  return { trainer, path, code, door, pictures, join: (name) => join(base, code, name, pictures(name)) };
}

async function join(base: string, code: string, name: string, pictures: string[]): Promise<Visitor> {
  const learner = new Visitor(base);
  await learner.visit('/join');
  await learner.press('หาชื่อฉัน', { code, name });
  await learner.press(name);
  await learner.press('เข้าเรียน', tapped(learner, pictures));
  await learner.press('เข้าใจแล้ว');
  return learner;
}
