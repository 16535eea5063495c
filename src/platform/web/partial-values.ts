import Handlebars from 'handlebars';

type Statement = hbs.AST.Statement;
type Expression = hbs.AST.Expression;

/** What a call of a partial hands over, by name. */
export type Given = ReadonlyMap<string, Expression>;

/** Blocks inside which a name still means what it means around them. */
const SAME_CONTEXT = ['if', 'unless'];

/**
 * The statements of a partial with what it was given in place of the names, or null where that cannot be done: inside a loop a name
 * means something else, and a call that stays would not know what was given.
 */
export function giveValues(body: Statement[], given: Given): Statement[] | null {
  if (given.size === 0) return body;
  return body.every(isPlain) && !looksInside(body, given) ? replaced(body, given) : null;
}

/** Whether the partial reads something in a value that is no path, as in `{{order.id}}` of a word. */
function looksInside(body: Statement[], given: Given): boolean {
  let isSo = false;
  class Paths extends Handlebars.Visitor {
    override PathExpression({ parts, data, depth }: hbs.AST.PathExpression): void {
      const value = data || depth > 0 || parts.length < 2 ? undefined : given.get(parts[0] ?? '');
      if (value && value.type !== 'PathExpression') isSo = true;
    }
  }
  new Paths().accept({ type: 'Program', body } as unknown as hbs.AST.Program);
  return isSo;
}

function isPlain(node: Statement): boolean {
  if (node.type === 'PartialStatement' || node.type === 'PartialBlockStatement') return false;
  if (node.type !== 'BlockStatement') return true;
  const { path, program, inverse } = node as hbs.AST.BlockStatement;
  const bodies = [...(program?.body ?? []), ...(inverse?.body ?? [])];
  return SAME_CONTEXT.includes((path as hbs.AST.PathExpression).original) && bodies.every(isPlain);
}

const replaced = (body: Statement[], given: Given): Statement[] => body.flatMap((node) => statement(node, given));

function statement(node: Statement, given: Given): Statement[] {
  if (node.type === 'MustacheStatement') return [mustache(node as hbs.AST.MustacheStatement, given)];
  if (node.type !== 'BlockStatement') return [node];
  const block = node as hbs.AST.BlockStatement;
  block.params = block.params.map((param) => expression(param, given));
  const known = knownAnswer(block.params[0]);
  const isIf = (block.path as hbs.AST.PathExpression).original === 'if';
  if (known !== null) return replaced((known === isIf ? block.program : block.inverse)?.body ?? [], given);
  for (const program of [block.program, block.inverse]) if (program) program.body = replaced(program.body, given);
  return [block];
}

function mustache(node: hbs.AST.MustacheStatement, given: Given): Statement {
  const value = node.params.length === 0 ? givenFor(node.path, given) : null;
  if (value?.type === 'StringLiteral') {
    const text = (value as hbs.AST.StringLiteral).value;
    const shown = node.escaped ? Handlebars.escapeExpression(text) : text;
    return { type: 'ContentStatement', value: shown, original: shown, loc: node.loc } as unknown as Statement;
  }
  if (value?.type === 'SubExpression') {
    const { path, params, hash } = value as hbs.AST.SubExpression;
    return { ...node, path, params, hash } as hbs.AST.MustacheStatement;
  }
  node.path = (value ?? node.path) as typeof node.path;
  node.params = node.params.map((param) => expression(param, given));
  for (const pair of node.hash?.pairs ?? []) pair.value = expression(pair.value, given);
  return node;
}

function expression(node: Expression, given: Given): Expression {
  const value = givenFor(node, given);
  if (value) return value;
  if (node.type !== 'SubExpression') return node;
  const { params, hash, ...rest } = node as hbs.AST.SubExpression;
  const pairs = hash?.pairs.map((pair) => ({ ...pair, value: expression(pair.value, given) }));
  return {
    ...rest,
    params: params.map((param) => expression(param, given)),
    hash: pairs ? { ...hash, pairs } : hash,
  } as hbs.AST.SubExpression;
}

/** What was given for a name or, where a path was given, for something in it; `../name` and `@name` are others'. */
function givenFor(node: Expression, given: Given): Expression | null {
  const { type, data, depth, parts } = node as hbs.AST.PathExpression;
  if (type !== 'PathExpression' || data || depth > 0) return null;
  const [name = '', ...rest] = parts;
  const value = given.get(name);
  if (!value || rest.length === 0) return value ?? null;
  const path = value as hbs.AST.PathExpression;
  return { ...path, parts: [...path.parts, ...rest], original: [path.original, ...rest].join('.') } as Expression;
}

/** Whether two words are the same is known before any page is shown. */
function knownAnswer(condition: Expression | undefined): boolean | null {
  const { type, path, params } = (condition ?? {}) as hbs.AST.SubExpression;
  if (type !== 'SubExpression' || (path as hbs.AST.PathExpression).original !== 'eq') return null;
  const words = params.map((param) => (param.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : null));
  return words.length === 2 && words.every((word) => word !== null) ? words[0] === words[1] : null;
}
