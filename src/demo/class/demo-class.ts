import type { SlipName } from './slips.js';

/** How far a demo learner goes with an exercise. `orders`: her goods are on sale and somebody has paid for some of them. */
export type Stage = 'named' | 'draft' | 'orders' | 'handed_in';

/** One attempt of a demo learner, everything right but for `slip`. `isSigned`: the demo's assessor has marked and signed it. */
export interface DemoTurn {
  exercise: 'shop-ready' | 'first-sale';
  stage: Stage;
  slip?: SlipName;
  isSigned?: true;
}

export interface DemoLearner {
  name: string;
  turns: readonly DemoTurn[];
}

/** Who comes in by the learner's door: her first sale still lies before her. */
export const DOOR_LEARNER = 'บุญมี ศรีทอง';

/** The class as a newcomer finds it: everybody somewhere else. */
export const DEMO_LEARNERS: readonly DemoLearner[] = [
  { name: DOOR_LEARNER, turns: [{ exercise: 'shop-ready', stage: 'handed_in', isSigned: true }] },
  { name: 'สายใจ แก้วงาม', turns: [] },
  { name: 'มะลิวัลย์ พรมดี', turns: [{ exercise: 'first-sale', stage: 'named' }] },
  { name: 'สมพร บัวทอง', turns: [{ exercise: 'first-sale', stage: 'draft' }] },
  { name: 'อรุณี คำแสน', turns: [{ exercise: 'first-sale', stage: 'orders' }] },
  { name: 'ทองใบ จันทร์หอม', turns: [{ exercise: 'first-sale', stage: 'handed_in', isSigned: true }] },
  { name: 'กาญจนา สีดา', turns: [{ exercise: 'first-sale', stage: 'handed_in' }] },
  { name: 'ประภา ทองสุข', turns: [{ exercise: 'first-sale', stage: 'handed_in', slip: 'wrong_postcode' }] },
  { name: 'วันเพ็ญ ใจดี', turns: [{ exercise: 'first-sale', stage: 'handed_in', slip: 'document_outside' }] },
  {
    name: 'สุริยา นามวงศ์',
    turns: [
      { exercise: 'first-sale', stage: 'handed_in', slip: 'inbox_price', isSigned: true },
      { exercise: 'first-sale', stage: 'handed_in' },
    ],
  },
  {
    name: 'จันทร์ฉาย ปัญญา',
    turns: [
      { exercise: 'shop-ready', stage: 'handed_in', slip: 'short_return' },
      { exercise: 'first-sale', stage: 'orders' },
    ],
  },
  { name: 'นิภาพร แสงจันทร์', turns: [] },
];
