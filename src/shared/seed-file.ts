import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';

const SEEDS = new URL('../../seeds/', import.meta.url);

/** Where a seed lies on this disk; `path` is relative to seeds/, such as "goods/food.yaml". */
export function seedPath(path: string): string {
  return fileURLToPath(new URL(path, SEEDS));
}

/** The names of the YAML files in a folder of seeds/, relative to seeds/, in alphabetical order. */
export function seedFilesIn(folder: string): string[] {
  const names = readdirSync(seedPath(folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** A YAML seed as its schema describes it. Throws an Error that names every fault by file, line and field. */
export function readSeedFile<T>(path: string, schema: ZodType<T>): T {
  return parseSeed(readFileSync(seedPath(path), 'utf8'), schema, `seeds/${path}`);
}

/** As `readSeedFile`, from text; `name` is what the error calls the file. */
export function parseSeed<T>(text: string, schema: ZodType<T>, name: string): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new Error(`${name}: ${broken.message}`);

  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;

  const faults = result.error.issues.map((issue) => {
    const line = lineOf(document, issue.path, lines);
    return `${name}:${line} ${issue.path.join('.') || '(whole file)'}: ${issue.message}`;
  });
  throw new Error(faults.join('\n'));
}

/** A missing field has no place of its own, so the nearest enclosing one that exists is named. */
function lineOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
