import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Role } from '../../platform/web/policy.js';
import type { Signed } from '../../platform/web/request.js';
import { conflict, invalid } from '../../shared/refusal.js';
import { ROUND_ROLES, type RoundRole, whyNotAppoint } from './round-roles.js';
import { type Round, Rounds } from './rounds.service.js';

export interface Appointed {
  personId: string;
  name: string;
  role: RoundRole;
}

/** Who does what in a round. */
@Injectable()
export class RoundStaff {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
  ) {}

  async of(roundId: string): Promise<Appointed[]> {
    const rows = await this.db.sql<Appointed>`
      SELECT s."personId", p."displayName" AS "name", s."role" FROM "round_staff" s JOIN "person" p ON p."id" = s."personId"
      WHERE s."roundId" = ${roundId} ORDER BY p."displayName", s."personId"`;
    return ROUND_ROLES.flatMap((role) => rows.filter((row) => row.role === role));
  }

  async rolesOf(roundId: string, personId: string): Promise<RoundRole[]> {
    const rows = await this.db.sql<{ role: RoundRole }>`
      SELECT "role" FROM "round_staff" WHERE "roundId" = ${roundId} AND "personId" = ${personId}`;
    return rows.map(({ role }) => role);
  }

  /** Everybody of a centre who may be asked to do something in a round. */
  async candidates(centreId: string): Promise<Array<{ id: string; name: string }>> {
    return this.db.sql<{ id: string; name: string }>`
      SELECT "id", "displayName" AS "name" FROM "person"
      WHERE "centreId" = ${centreId} AND "email" IS NOT NULL AND "disabledAt" IS NULL ORDER BY "displayName", "id" LIMIT 200`;
  }

  /** Appoints somebody of the centre's staff. Refused where she does already what does not go with it. Joins the caller's transaction. */
  async appoint(round: Round, personId: string, role: RoundRole, me: Signed): Promise<void> {
    const [person] = await this.db.sql<{ roles: string }>`
      SELECT "roles" FROM "person" WHERE "id" = ${personId} AND "centreId" = ${round.centreId} AND "email" IS NOT NULL AND "disabledAt" IS NULL`;
    if (!person) throw invalid([{ field: 'person', key: 'rounds.person_needed' }]);
    await this.db.transaction(async () => {
      // Of two appointments at once the second finds what the first has written.
      await this.db.sql`UPDATE "assessment_round" SET "name" = "name" WHERE "id" = ${round.id}`;
      const held = await this.rolesOf(round.id, personId);
      if (held.includes(role)) return;
      const why = whyNotAppoint(role, held, person.roles.split(' ') as Role[]);
      if (why) throw invalid([{ field: 'person', key: `rounds.appoint_${why}` }]);
      await this.db.sql`INSERT INTO "round_staff" ("roundId", "personId", "role", "appointedAt")
        VALUES (${round.id}, ${personId}, ${role}, ${new Date()})`;
      this.rounds.note(round.id, me, 'round_staff.appointed', { person: personId, role });
    });
  }

  /** Takes somebody out again; not the invigilator of a session that is still to be held. */
  async dismiss(round: Round, personId: string, role: RoundRole, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      const [needed] = await this.db.sql`SELECT 1 FROM "assessment_session"
        WHERE "roundId" = ${round.id} AND "invigilatorId" = ${personId} AND "status" <> 'ended' LIMIT 1`;
      if (role === 'invigilator' && needed) throw conflict('rounds.invigilator_needed');
      const gone = await this.db.sql`DELETE FROM "round_staff"
        WHERE "roundId" = ${round.id} AND "personId" = ${personId} AND "role" = ${role} RETURNING "personId"`;
      if (gone.length > 0) this.rounds.note(round.id, me, 'round_staff.dismissed', { person: personId, role });
    });
  }
}
