import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Time } from '../platform/database/time.js';

@Entity('centre')
export class Centre {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') name!: string;
  /** Made by the demo, with everybody and everything below it. */
  @Column({ type: Boolean, default: false }) isDemo!: boolean;
}

@Entity('class_group')
export class ClassGroup {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') centreId!: string;
  @Column('varchar') name!: string;
  /** What learners type to come in; short and without look-alikes. */
  @Column('varchar') code!: string;
  @Column('varchar') trainerId!: string;
  /** Whether people from outside may look at its shops. */
  @Column({ type: Boolean, default: false }) isOpenToVisitors!: boolean;
  @Time() createdAt!: Date;
}

@Entity('class_member')
export class ClassMember {
  @PrimaryColumn('varchar') classId!: string;
  @PrimaryColumn('varchar') personId!: string;
  /** The three pictures of her card, hashed; never stored as they are. */
  @Column('varchar', { nullable: true }) cardHash!: string | null;
  /** What the card's QR carries: it shows her name at the door, the pictures let her in. */
  @Column('varchar', { nullable: true }) cardKey!: string | null;
  @Column('integer') cardMisses!: number;
  @Time({ nullable: true }) cardVoidAt!: Date | null;
  /** How many of the misses came by the name alone, and until when no more of them are taken (docs/decisions/0024). */
  @Column('integer', { default: 0 }) cardGuesses!: number;
  @Time({ nullable: true }) cardRestsUntil!: Date | null;
  /** The last miss, and on what kind of device: for the trainer, who knows the hall. */
  @Time({ nullable: true }) cardMissedAt!: Date | null;
  @Column('varchar', { nullable: true }) cardMissedOn!: string | null;
  @Time() joinedAt!: Date;
}
