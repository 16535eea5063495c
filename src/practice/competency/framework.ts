import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { seedPath } from '../../shared/seed-file.js';

const words = z.strictObject({ th: z.string().min(1), en: z.string().min(1) });

const criterion = z.strictObject({
  code: z.string().min(1),
  statement: words,
  method: z.enum(['auto', 'both', 'assessor']),
  critical: z.boolean(),
  evidence: z.string().min(1),
});
const element = z.strictObject({ code: z.string().min(1), title: words, criteria: z.array(criterion).min(1) });
const unit = z.looseObject({ code: z.string().min(1), title: words, elements: z.array(element).min(1) });

const frameworkFile = z.looseObject({
  framework: z.looseObject({
    code: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: words,
    status: words,
  }),
  units: z.array(unit).min(1),
});

export type PerformanceCriterion = z.infer<typeof criterion>;
export type Element = z.infer<typeof element>;
export type Unit = z.infer<typeof unit>;

/** One version of a competency framework: unit > element > criterion, as published. */
export interface Framework {
  code: string;
  version: string;
  title: { th: string; en: string };
  status: { th: string; en: string };
  units: Unit[];
  /** The criterion of that code. Throws an Error that names the code and the framework when there is none. */
  criterion(code: string): PerformanceCriterion;
  /** As `criterion`, or null. */
  findCriterion(code: string): PerformanceCriterion | null;
}

/** Reads a framework file (absolute path). Throws an Error naming the file and the field when it is not one. */
export function loadFramework(file: string): Framework {
  return readFramework(readFileSync(file, 'utf8'), file);
}

const loaded = new Map<string, Framework>();

/** The framework version of that name, such as `ecu-sbx-1.0.0`, from seeds/frameworks; read once. */
export function frameworkNamed(name: string): Framework {
  const framework = loaded.get(name) ?? loadFramework(seedPath(`frameworks/${name}.json`));
  loaded.set(name, framework);
  return framework;
}

/** As `loadFramework`, from text; `name` is what an error calls it. */
export function readFramework(text: string, name: string): Framework {
  const read = frameworkFile.safeParse(parseJson(text, name));
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${name} ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(faults.join('\n'));
  }
  const { framework, units } = read.data;
  const byCode = indexCriteria(units, name);
  const findCriterion = (code: string) => byCode.get(code) ?? null;
  const { code, version, title, status } = framework;
  return {
    code,
    version,
    title,
    status,
    units,
    findCriterion,
    criterion(wanted) {
      const found = findCriterion(wanted);
      if (!found) throw new Error(`Framework ${code} ${version} has no criterion ${wanted}.`);
      return found;
    },
  };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${(error as Error).message}`);
  }
}

function indexCriteria(units: Unit[], name: string): Map<string, PerformanceCriterion> {
  const byCode = new Map<string, PerformanceCriterion>();
  for (const found of units.flatMap((each) => each.elements).flatMap((each) => each.criteria)) {
    if (byCode.has(found.code)) throw new Error(`${name} has two criteria ${found.code}.`);
    byCode.set(found.code, found);
  }
  return byCode;
}
