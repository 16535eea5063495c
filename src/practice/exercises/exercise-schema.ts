import { z } from 'zod';
import { PAGES } from '../graders/finding.js';
import { booksTemplate } from './books-template.js';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens only');
const words = z.strictObject({ th: z.string().min(1), en: z.string().min(1) });

const task = z.strictObject({
  key,
  title: words,
  instruction: words,
  /** Where the task is done. */
  page: z.enum(PAGES),
});

const check = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+@[0-9]+$/, 'a check and its version, such as title@1'),
  criterion: z.string(),
  task: z.string(),
  weight: z.int().positive(),
  params: z.record(z.string(), z.json()).default({}),
  needs: z.array(z.string()).default([]),
});

const criterion = z.strictObject({
  code: z.string(),
  method: z.enum(['auto', 'both']),
  required: z.boolean(),
  /** On how many different events its check sees this criterion; one where nothing is said. Versions published before the field came do without. */
  occasions: z.int().min(1).max(20).optional(),
});

const robot = z.strictObject({
  name: key,
  /** Criteria that this robot must not meet; `all` for the one that does nothing. */
  fails: z.union([z.literal('all'), z.array(z.string())]),
  description: z.string().min(1),
});

const messages = z.record(z.string().regex(/^[a-z0-9-]+\.[a-z0-9_]+$/), z.string().min(1));

/** One exercise version as it stands in seeds/exercises. A published version is never edited: a change is a new version. */
export const exerciseShape = z.strictObject({
  code: key,
  version: z.int().positive(),
  title: words,
  brief: words,
  scenario: key,
  /** The learner's new shop has the scenario's delivery, payment and return settings from the start. */
  preparedShop: z.boolean().optional(),
  /** What the shop's books begin with: papers, a plan, whether she is registered for VAT. */
  books: booksTemplate.optional(),
  /** Her shop bears a name already and her goods lie on its shelf; only its door is still shut. */
  preparedGoods: z.boolean().optional(),
  framework: z.string(),
  /** About how long it takes, wall time. Never counted. */
  minutes: z.int().positive(),
  /** What the weights must sum to. */
  max: z.int().positive(),
  tasks: z.array(task).min(1),
  checks: z.array(check).min(1),
  criteria: z.array(criterion).min(1),
  /** Sentences that this exercise says otherwise than the `checks` catalogue, by message key. */
  messages: z.strictObject({ th: messages, en: messages }).default({ th: {}, en: {} }),
  robots: z.array(robot).min(2),
});

export type Exercise = z.infer<typeof exerciseShape>;
export type ExerciseTask = z.infer<typeof task>;
export type ExerciseRobot = z.infer<typeof robot>;
