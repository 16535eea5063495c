import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Time } from '../platform/database/time.js';
import type { Role } from '../platform/web/policy.js';

const asWords = {
  to: (roles: Role[]) => roles?.join(' '),
  from: (words: string) => words.split(' ') as Role[],
};

@Entity('person')
export class Person {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') centreId!: string;
  @Column('varchar') displayName!: string;
  /** Staff only: learners have no e-mail and need none. */
  @Column('varchar', { nullable: true }) email!: string | null;
  @Column('varchar', { nullable: true }) passwordHash!: string | null;
  /** Until when a password works that the machine made; null once she has chosen her own. */
  @Time({ nullable: true }) passwordEndsAt!: Date | null;
  @Column('varchar', { transformer: asWords }) roles!: Role[];
  @Column('varchar') locale!: string;
  @Time({ nullable: true }) disabledAt!: Date | null;
  @Time() createdAt!: Date;
}
