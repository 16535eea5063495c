import { describe, expect, it } from '@jest/globals';
import { practiceCode } from './payment-code.js';
import { practicePicture, squaresOf } from './picture.js';

describe('the picture of a practice code', () => {
  const picture = practicePicture(practiceCode('PB-0012-3456', 25_000));

  it('says twice over that it pays nothing, in the picture itself', () => {
    expect(picture.match(/>คิวอาร์ฝึก ใช้จ่ายจริงไม่ได้</g)).toHaveLength(2);
  });

  it('covers fewer squares than the code can lose', () => {
    const { side } = squaresOf(practiceCode('PB-0012-3456', 25_000));
    expect((9 * 5) / side ** 2).toBeLessThan(0.05);
  });
});
