import Handlebars from 'handlebars';

/** Helpers that are called with nothing, so that a bare name is a call and no mistake. */
const NEED_NOTHING = new Set(['newKey', 'else']);

/**
 * The bare names in a template that would call a helper instead of showing the field of that name, which is what `{{percent}}` was
 * written for: a field is reached by `{{this.percent}}`.
 */
export function bareHelpers(tree: hbs.AST.Program, isHelper: (name: string) => boolean): string[] {
  const found: string[] = [];
  class Look extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      const { original, parts } = node.path as hbs.AST.PathExpression;
      const isBare = node.params.length === 0 && !node.hash?.pairs.length && parts.length === 1;
      if (isBare && original === parts[0] && isHelper(original) && !NEED_NOTHING.has(original)) found.push(original);
      super.MustacheStatement(node);
    }
  }
  new Look().accept(tree);
  return found;
}
