import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Time } from '../../platform/database/time.js';
import type { MarketSetup } from './market-setup.js';

/** `class`: a market shared by a class. `attempt`: one learner, one exercise. `edition`: the immutable background of both. */
export type SandboxKind = 'class' | 'attempt' | 'edition';

@Entity('sandbox')
export class Sandbox {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') kind!: SandboxKind;
  /** The edition whose shops and goods are seen beneath this sandbox's own. */
  @Column('varchar', { nullable: true }) editionId!: string | null;
  @Column('varchar') scenario!: string;
  @Column('varchar') ruleSet!: string;
  @Column('varchar') seed!: string;
  @Column('integer') generation!: number;
  @Column('integer') counter!: number;
  @Time() clock!: Date;
  @Time() openedClock!: Date;
  @Column('varchar', { nullable: true }) ownerId!: string | null;
  /** The class whose market it is, or whose learner practises in it: both are as open to visitors as the class. */
  @Column('varchar', { nullable: true }) classId!: string | null;
  @Column('varchar') providerKey!: string;
  @Column('simple-json', { nullable: true }) setup!: MarketSetup | null;
  @Time() createdAt!: Date;
  @Time({ nullable: true }) closedAt!: Date | null;
}

/** A sandbox as its pages know it. */
export type SandboxHead = Pick<
  Sandbox,
  | 'id'
  | 'kind'
  | 'editionId'
  | 'scenario'
  | 'ruleSet'
  | 'generation'
  | 'clock'
  | 'openedClock'
  | 'ownerId'
  | 'classId'
  | 'setup'
>;
