import { fileURLToPath } from 'node:url';
import { ConfigError } from '../config/config.js';
import { Catalogues, LANGUAGES, type Params } from '../web/i18n.js';

/** A no to whoever runs the machine: a sentence of the catalogue `operator`, in both languages. */
export class OperatorProblem extends Error {
  constructor(
    readonly key: string,
    readonly params: Params = {},
  ) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = 'OperatorProblem';
  }
}

/** Tells a sentence of the catalogue `operator` on the terminal, Thai first, English beneath it. */
export type Tell = (key: string, params?: Params) => void;

export const wordsFolder = fileURLToPath(new URL('../../../views/catalogues', import.meta.url));

/** The sentence in both languages, a line each. */
export function inBothLanguages(catalogues: Catalogues, key: string, params: Params = {}): string {
  return LANGUAGES.map((language) => `${catalogues.say(language, `operator.${key}`, params)}\n`).join('');
}

/** Runs a command of the terminal: what it tells goes to stdout, why it stopped to stderr, and then it exits with 1. */
export async function runCommand(work: (tell: Tell) => Promise<void>): Promise<void> {
  const catalogues = new Catalogues(wordsFolder);
  try {
    await work((key, params) => process.stdout.write(inBothLanguages(catalogues, key, params)));
  } catch (problem) {
    process.stderr.write(reason(catalogues, problem));
    process.exitCode = 1;
  }
}

/** Why something stopped, in words where it is nothing that is broken. */
export function reason(catalogues: Catalogues, problem: unknown): string {
  if (problem instanceof OperatorProblem) return inBothLanguages(catalogues, problem.key, problem.params);
  if (problem instanceof ConfigError) return `${problem.message}\n`;
  return `${(problem as Error).stack ?? String(problem)}\n`;
}
