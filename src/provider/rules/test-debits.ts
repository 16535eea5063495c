/** How a practice bank answers a debit: only Stripe's published test IBANs are accounts here. */
export interface TestDebit {
  iban: string;
  country: string;
  /** Seconds until the bank has answered. */
  seconds: number;
  works: boolean;
}

const THREE_MINUTES = 180;

export const TEST_DEBITS: readonly TestDebit[] = [
  { iban: 'AT611904300234573201', country: 'AT', seconds: 0, works: true },
  { iban: 'AT321904300235473204', country: 'AT', seconds: THREE_MINUTES, works: true },
  { iban: 'AT861904300235473202', country: 'AT', seconds: 0, works: false },
  { iban: 'AT051904300235473205', country: 'AT', seconds: THREE_MINUTES, works: false },
  { iban: 'IT60X0542811101000000123456', country: 'IT', seconds: 0, works: false },
];

/** The account of a test IBAN, or null for every other, which is then not kept. */
export const debitByIban = (iban: string): TestDebit | null =>
  TEST_DEBITS.find((known) => known.iban === iban.replace(/\s/g, '').toUpperCase()) ?? null;
