import { parseSync } from '@swc/core';

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'MethodProperty',
  'Constructor',
]);

interface Node {
  type?: string;
  span?: { start: number; end: number };
}

/** Where each function of a TypeScript source begins and how many lines it has. */
export function functionLengths(source: string): Array<{ line: number; lines: number }> {
  const tree = parseSync(source, { syntax: 'typescript', decorators: true, target: 'es2022' });
  const bytes = Buffer.from(source);
  // Spans count bytes from the first token of the file, on from where the parser's last file ended.
  const offset = tree.span.start - firstToken(source);
  const lineAt = (place: number) =>
    bytes
      .subarray(0, place - offset)
      .toString()
      .split('\n').length;
  return functionsIn(tree).map(({ start, end }) => ({ line: lineAt(start), lines: lineAt(end) - lineAt(start) + 1 }));
}

/** How many bytes of white space and comments stand before the first statement. */
function firstToken(source: string): number {
  const before = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(source)?.[0] ?? '';
  return Buffer.byteLength(before);
}

function functionsIn(node: unknown): Array<{ start: number; end: number }> {
  if (Array.isArray(node)) return node.flatMap(functionsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, span } = node as Node;
  const own = span && FUNCTIONS.has(type ?? '') ? [span] : [];
  return [...own, ...Object.values(node).flatMap(functionsIn)];
}
