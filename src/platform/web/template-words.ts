import Handlebars from 'handlebars';

type Statement = hbs.AST.Statement;
type Expression = hbs.AST.Expression;

/** Where the words come from, in one language. */
export interface Words {
  /** The finished sentence of a key; throws where there is none. */
  say(key: string): string;
  /** The sentence with its holes, where they are filled by putting values in; null where plurals or other sentences decide. */
  withHoles(key: string, isCounted: boolean): string | null;
}

const HOLE = /\{\{\s*(\w+)\s*\}\}/;

/**
 * Puts its words in place of each `{{t "key"}}`, and words and values in place of `{{t "key" name=value}}`: a call while the page is made
 * costs more than all the rest of a card on a shelf of 24. A key that is missing stops the start.
 */
export function putWords(tree: hbs.AST.Program, words: Words, isHelper: (name: string) => boolean): hbs.AST.Program {
  const spoken = (node: Statement): Statement[] => {
    const { path, params, hash, escaped } = node as hbs.AST.MustacheStatement;
    const key = (params?.[0] as hbs.AST.StringLiteral | undefined)?.value;
    if (node.type !== 'MustacheStatement' || (path as hbs.AST.PathExpression).original !== 't') return [node];
    if (typeof key !== 'string') return [node];
    const given = new Map((hash?.pairs ?? []).map((pair) => [pair.key, pair.value]));
    if (given.size === 0) return [content(words.say(key), node)];
    const sentence = escaped ? words.withHoles(key, given.has('count')) : null;
    if (sentence === null || [...given.values()].some((value) => !isShown(value, isHelper))) return [node];
    return sentence.split(HOLE).map((piece, at) => {
      const value = at % 2 === 1 ? given.get(piece) : undefined;
      return value ? shown(value, node) : content(at % 2 === 1 ? '' : piece, node);
    });
  };
  class InPlace extends Handlebars.Visitor {
    override Program(program: hbs.AST.Program): void {
      program.body = program.body.flatMap(spoken);
      super.Program(program);
    }
  }
  new InPlace().accept(tree);
  return tree;
}

/** A name that is a helper's would be called where it stands alone; a value that is given is only read. */
function isShown(value: Expression, isHelper: (name: string) => boolean): boolean {
  const { type, data, depth, parts } = value as hbs.AST.PathExpression;
  if (type === 'PathExpression') return data || depth > 0 || parts.length !== 1 || !isHelper(parts[0] ?? '');
  return type === 'SubExpression' || type === 'StringLiteral' || type === 'NumberLiteral';
}

function shown(value: Expression, node: Statement): Statement {
  if (value.type === 'StringLiteral' || value.type === 'NumberLiteral')
    return content(String((value as hbs.AST.StringLiteral).value), node);
  const inside = value as hbs.AST.SubExpression;
  const call = value.type === 'SubExpression' ? inside : { path: value, params: [], hash: undefined };
  const { path, params, hash } = call;
  return {
    type: 'MustacheStatement',
    escaped: true,
    path,
    params,
    hash,
    loc: node.loc,
    strip: {},
  } as unknown as Statement;
}

function content(text: string, { loc }: Statement): Statement {
  const value = Handlebars.escapeExpression(text);
  return { type: 'ContentStatement', value, original: value, loc } as unknown as Statement;
}
