import Handlebars from 'handlebars';

type Statement = hbs.AST.Statement;

/**
 * Puts the contents of a partial where it is named, if it is given nothing of its own: `{{> csrf}}` sees what is around it in any case,
 * and calling a partial costs more than most of them hold. One with parameters stays a call.
 */
export function inlinePartials(program: hbs.AST.Program, sources: ReadonlyMap<string, string>): hbs.AST.Program {
  const inlined = (body: Statement[]): Statement[] =>
    body.flatMap((node) => {
      const source = isPlain(node) ? sources.get(`partials/${nameOf(node)}`) : undefined;
      if (source !== undefined) return inlined(Handlebars.parse(source).body);
      const block = node as hbs.AST.BlockStatement;
      if (block.program) block.program.body = inlined(block.program.body);
      if (block.inverse) block.inverse.body = inlined(block.inverse.body);
      return [node];
    });
  program.body = inlined(program.body);
  return program;
}

const nameOf = (node: Statement): string =>
  ((node as hbs.AST.PartialStatement).name as hbs.AST.PathExpression).original;

function isPlain(node: Statement): boolean {
  const { type, params, hash } = node as hbs.AST.PartialStatement;
  return type === 'PartialStatement' && params.length === 0 && !hash?.pairs.length;
}
