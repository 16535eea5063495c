import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { assembleValues } from './rule-rows.js';

const words = z.array(z.string().min(1)).min(1);
const pattern = z.string().refine(isPattern, 'is not a regular expression');

/** The values of one rule set, as pinned by a sandbox and frozen into its snapshots. Plain JSON. */
export const ruleValues = z.strictObject({
  /** Days that a seller may take to hand over: ready stock from min to max, made to order up to preOrderMax. */
  preparationDays: z.strictObject({
    min: z.int().positive(),
    max: z.int().positive(),
    preOrderMax: z.int().positive(),
  }),
  /** Fewest days in which a buyer may return (ordinary) or claim wrong or faulty goods (the other kinds). */
  returnDays: z.strictObject({
    ordinary: z.int().positive(),
    perishable: z.int().positive(),
    made_to_measure: z.int().positive(),
  }),
  /** Market hours from hand-over within which the buyer is told the tracking number. */
  notifyWithinHours: z.int().positive(),
  /** Payment methods that count as cashless. */
  cashlessMethods: words,
  /** Regular expressions over the digits alone; invalid in the real network by construction. */
  phonePlan: z.strictObject({ mobile: pattern, fixed: pattern }),
  /** Units that make a number a size (`90 ซม.`), and sizes without a number (`ฟรีไซซ์`). */
  sizeUnits: words,
  sizeWords: words,
  /** Words that claim what goods cannot do; the reason chooses the sentence shown beside the hit. */
  claimPhrases: z.array(
    z.strictObject({ phrase: z.string().min(1), reason: z.enum(['disease', 'body', 'exaggeration']) }),
  ),
  claimNegations: words,
  /** Words that may stand between a denial and the phrase that it denies. */
  claimFillers: words,
  claimDisclaimers: words,
  blanketReturnPhrases: words,
  blanketExceptions: words,
  askPricePhrases: words,
  /** What a buyer who pays at the door must be told: each item with phrases of which one must stand in the text. */
  codRights: z
    .array(z.strictObject({ item: z.enum(['open_before_paying', 'claim_days']), phrases: words }))
    .min(1)
    .optional(),
});

export type RuleValues = z.infer<typeof ruleValues>;

const ruleRow = z.strictObject({
  key: z.string().regex(/^[a-zA-Z_]+(\.[a-zA-Z_]+)*$/),
  value: z.json(),
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'own']),
});

/** One value with where it comes from, for the page that tells a learner why. */
export type RuleRow = z.infer<typeof ruleRow>;

const ruleSetFile = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    title: z.strictObject({ th: z.string().min(1), en: z.string().min(1) }),
    /** Another rule set whose rows hold here too, but for those that stand here again. */
    like: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .optional(),
    rows: z.array(ruleRow).min(1),
  })
  .superRefine((file, context) => {
    const assembled = ruleValues.safeParse(assembleValues(wholeRows(file)));
    if (assembled.success) return;
    for (const issue of assembled.error.issues) {
      const at = file.rows.findIndex((row) => issue.path.join('.').startsWith(row.key));
      const path = at < 0 ? ['rows'] : ['rows', at, 'value'];
      context.addIssue({ code: 'custom', path, message: `${issue.path.join('.')}: ${issue.message}` });
    }
  });

export interface RuleSet {
  code: string;
  title: { th: string; en: string };
  rows: RuleRow[];
  values: RuleValues;
}

const known = new Map<string, RuleSet>();

/**
 * Reads `seeds/rule-sets/<code>.yaml`, once. Throws an Error naming file, line and field when a value is missing, unknown or of the
 * wrong kind, and when the file's own code is not its name: a sandbox pins the code and must always find the same values.
 */
export function loadRuleSet(code: string): RuleSet {
  const kept = known.get(code);
  if (kept) return kept;
  const path = `rule-sets/${code}.yaml`;
  const file = readSeedFile(path, ruleSetFile);
  if (file.code !== code) throw new Error(`seeds/${path} says that its code is ${file.code}.`);
  const rows = wholeRows(file);
  const ruleSet = { code, title: file.title, rows, values: ruleValues.parse(assembleValues(rows)) };
  known.set(code, ruleSet);
  return ruleSet;
}

/** A row that stands in both is the file's own, in the place of the older. */
function wholeRows({ like, rows }: { like?: string; rows: readonly RuleRow[] }): RuleRow[] {
  const older = like ? loadRuleSet(like).rows : [];
  const own = new Set(rows.map(({ key }) => key));
  return [...older.filter(({ key }) => !own.has(key)), ...rows];
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
