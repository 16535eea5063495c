import { Column, type ColumnOptions } from 'typeorm';

const asText = {
  to: (moment: Date | string | null | undefined) => (moment instanceof Date ? moment.toISOString() : moment),
  from: (text: string | null) => (text === null ? null : new Date(text)),
};

/**
 * A moment, kept as ISO 8601 text in UTC. The text sorts like the time, reads the same on both databases and in raw SQL, and
 * knows no server time zone (docs/decisions/0003).
 */
export const Time = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 24, transformer: asText, ...options });

/** A sum in satang: `integer` ends at ฿21,474,836.47, so sums are bigint in the table and a safe number in the code. */
export const Satang = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({
    type: 'bigint',
    transformer: { to: (n: number | null) => n, from: (n: string | number | null) => (n === null ? null : Number(n)) },
    ...options,
  });
