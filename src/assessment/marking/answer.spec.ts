import { describe, expect, it } from '@jest/globals';
import { type Answer, type MachineView, mayAccept, mayAcceptTogether, ownAnswers, readAnswer } from './answer.js';

const view = (outcome: MachineView['outcome'], method: MachineView['method'] = 'auto'): MachineView => ({
  outcome,
  method,
});
const OUTCOMES: Array<MachineView['outcome']> = [
  'met',
  'not_met',
  'not_attempted',
  'blocked',
  'not_observed',
  'needs_person',
  'error',
];
const reason = { reasonCode: 'other_right_way', text: 'ทำถูกแล้ว ใช้ชื่อกลุ่ม' };
const judgement = (machine: MachineView, form: Answer) => {
  const read = readAnswer(machine, form);
  return 'judgement' in read ? read.judgement : read.problems.map(({ field }) => field);
};

describe('agreeing with the machine', () => {
  it('is possible where the machine decides the whole criterion and nowhere else', () => {
    expect(OUTCOMES.filter((outcome) => mayAccept(view(outcome)))).toEqual(OUTCOMES.slice(0, 5));
    expect(OUTCOMES.filter((outcome) => mayAccept(view(outcome, 'both')))).toEqual([]);
  });

  it('goes together only for automatic criteria that are met or not met', () => {
    expect(OUTCOMES.filter((outcome) => mayAcceptTogether(view(outcome)))).toEqual(['met', 'not_met']);
    expect(OUTCOMES.filter((outcome) => mayAcceptTogether(view(outcome, 'both')))).toEqual([]);
  });

  it('takes over what the machine says; what was blocked was not attempted yet', () => {
    expect(judgement(view('met'), { answer: 'accept' })).toMatchObject({
      verdict: 'met',
      basis: 'accepted',
      reason: null,
    });
    expect(judgement(view('blocked'), { answer: 'accept' })).toMatchObject({ verdict: 'not_attempted' });
    expect(judgement(view('not_observed'), { answer: 'accept' })).toMatchObject({ verdict: 'not_observed' });
  });

  it('is no answer where a person must decide', () => {
    expect(judgement(view('needs_person'), { answer: 'accept' })).toEqual(['answer']);
    expect(judgement(view('met', 'both'), { answer: 'accept' })).toEqual(['answer']);
    expect(judgement(view('error'), { answer: 'accept' })).toEqual(['answer']);
  });
});

describe('saying otherwise than the machine', () => {
  it('needs a kind of reason and words for it', () => {
    expect(judgement(view('met'), { answer: 'not_met' })).toEqual(['reasonCode', 'text']);
    expect(judgement(view('met'), { answer: 'not_met', reasonCode: 'because', text: reason.text })).toEqual([
      'reasonCode',
    ]);
    expect(judgement(view('met'), { answer: 'not_met', reasonCode: 'other', text: ' \u200b  . ' })).toEqual(['text']);
    expect(judgement(view('met'), { answer: 'not_met', reasonCode: 'other', text: 'ก'.repeat(1001) })).toEqual([
      'text',
    ]);
  });

  it('is kept with its reason, in words that the learner reads', () => {
    expect(judgement(view('not_met'), { answer: 'met', ...reason })).toEqual({
      verdict: 'met',
      basis: 'overridden',
      note: reason.text,
      reason: { code: 'other_right_way', text: reason.text },
    });
  });

  it('is an override too where an assessor decides the rest but the automatic part was not met', () => {
    expect(judgement(view('not_met', 'both'), { answer: 'met' })).toEqual(['reasonCode', 'text']);
    expect(judgement(view('not_met', 'both'), { answer: 'met', ...reason })).toMatchObject({ basis: 'overridden' });
  });
});

describe("an answer of one's own", () => {
  it('confirms without a word what is met', () => {
    expect(judgement(view('met', 'both'), { answer: 'met' })).toMatchObject({
      verdict: 'met',
      basis: 'judged',
      note: null,
    });
    expect(judgement(view('needs_person'), { answer: 'met' })).toMatchObject({ basis: 'judged', reason: null });
  });

  it('tells the learner why it is not met yet, unless the machine says it already', () => {
    expect(judgement(view('met', 'both'), { answer: 'not_met' })).toEqual(['text']);
    expect(judgement(view('needs_person'), { answer: 'not_met', text: 'คำนี้อ่านแล้วเข้าใจผิด' })).toMatchObject({
      basis: 'judged',
    });
    expect(judgement(view('not_met', 'both'), { answer: 'not_met' })).toMatchObject({ basis: 'judged', note: null });
  });

  it('offers what can be said beside the machine, and nothing else counts', () => {
    expect(ownAnswers(view('met'))).toEqual(['not_met']);
    expect(ownAnswers(view('not_attempted'))).toEqual(['met', 'not_met']);
    expect(ownAnswers(view('not_attempted', 'both'))).toEqual(['met', 'not_met', 'not_attempted']);
    expect(judgement(view('met'), { answer: 'not_observed', ...reason })).toEqual(['answer']);
    expect(judgement(view('met'), {})).toEqual(['answer']);
  });
});
