/** The practice carriers that a shop may offer. None of them exists; the country code of their parcels is nobody's. */
export const CARRIERS = [
  { code: 'standard', name: 'ไปรษณีย์ฝึก แบบธรรมดา', tracked: false },
  { code: 'registered', name: 'ไปรษณีย์ฝึก ลงทะเบียน', tracked: true },
  { code: 'express', name: 'ส่งด่วนลองไว', tracked: true },
] as const;
