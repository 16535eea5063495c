import Handlebars from 'handlebars';
import { type Given, giveValues } from './partial-values.js';

type Statement = hbs.AST.Statement;

/**
 * Puts the contents of a partial where it is named: calling one copies all that its page knows, which costs more than most of them hold.
 * What a call hands over takes the place of its name; where that could change the meaning the call stays.
 */
export function inlinePartials(program: hbs.AST.Program, sources: ReadonlyMap<string, string>): hbs.AST.Program {
  const contents = (node: hbs.AST.PartialStatement): Statement[] | null => {
    const source = sources.get(`partials/${(node.name as hbs.AST.PathExpression).original}`);
    if (source === undefined || node.params.length > 0) return null;
    const given: Given = new Map((node.hash?.pairs ?? []).map(({ key, value }) => [key, value]));
    return giveValues(inlined(Handlebars.parse(source).body), given);
  };
  const inlined = (body: Statement[]): Statement[] =>
    body.flatMap((node) => {
      const inside = node.type === 'PartialStatement' ? contents(node as hbs.AST.PartialStatement) : null;
      if (inside) return inside;
      const block = node as hbs.AST.BlockStatement;
      if (block.program) block.program.body = inlined(block.program.body);
      if (block.inverse) block.inverse.body = inlined(block.inverse.body);
      return [node];
    });
  program.body = inlined(program.body);
  return program;
}
