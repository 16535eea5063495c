import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE "centre" ("id" varchar(40) PRIMARY KEY, "name" varchar(200) NOT NULL)');
    await runner.query(`CREATE TABLE "person" (
      "id" varchar(40) PRIMARY KEY, "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"), "displayName" varchar(120) NOT NULL,
      "email" varchar(200) UNIQUE, "passwordHash" varchar(300), "roles" varchar(100) NOT NULL, "locale" varchar(2) NOT NULL DEFAULT 'th',
      "disabledAt" varchar(24), "createdAt" varchar(24) NOT NULL)`);
    await runner.query(`CREATE TABLE "class_group" (
      "id" varchar(40) PRIMARY KEY, "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"), "name" varchar(120) NOT NULL,
      "code" varchar(12) NOT NULL UNIQUE, "trainerId" varchar(40) NOT NULL REFERENCES "person" ("id"), "createdAt" varchar(24) NOT NULL)`);
    await runner.query('CREATE INDEX "class_group_trainer" ON "class_group" ("trainerId")');
    await runner.query(`CREATE TABLE "class_member" (
      "classId" varchar(40) NOT NULL REFERENCES "class_group" ("id"), "personId" varchar(40) NOT NULL REFERENCES "person" ("id"),
      "cardHash" varchar(300), "cardKey" varchar(40), "cardMisses" integer NOT NULL DEFAULT 0, "cardVoidAt" varchar(24),
      "joinedAt" varchar(24) NOT NULL, PRIMARY KEY ("classId", "personId"))`);
    await runner.query('CREATE INDEX "class_member_person" ON "class_member" ("personId")');
    await runner.query('CREATE UNIQUE INDEX "class_member_card" ON "class_member" ("cardKey")');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
