import Handlebars from 'handlebars';

const LETTERS = /[\p{L}\p{M}]{2,}/gu;
/** Names, the same in every language. */
const NAMES = ['TaladLab', 'QR'];
/** Attributes that a person reads or hears. */
const READ_ALOUD = /\b(?:aria-label|alt|title|placeholder|summary)\s*=\s*"([^"]*)"/g;
/** Stands for whatever a template fills in, so that the tags around it stay whole. */
const FILLED = '\u0000';

/** The words that a template shows without a catalogue: text between tags, and attributes that are read. */
export function literalWords(source: string): string[] {
  const html = contents(Handlebars.parse(source)).replace(/<!--[\s\S]*?-->/g, '');
  const read = [...html.matchAll(READ_ALOUD)].map((match) => match[1] ?? '');
  const between = html.replace(/<!?[a-z/][^>]*>/gi, ' ').replace(/&[a-z]+;/g, ' ');
  return [...read, between].flatMap((text) => text.match(LETTERS) ?? []).filter((word) => !NAMES.includes(word));
}

/** The catalogue keys that a template names itself: `{{t "shops.save"}}`, `label="shops.name"`. */
export function namedKeys(source: string): string[] {
  const direct = [...source.matchAll(/[{(]t "([^"]+)"/g)];
  const handedOver = [...source.matchAll(/\b(?:label|hint|key|action)="([a-z_]+\.[a-z0-9_.-]+)"/g)];
  return [...direct, ...handedOver].map((match) => match[1] ?? '');
}

function contents(program: hbs.AST.Program | undefined): string {
  return (program?.body ?? [])
    .map((node) => {
      if (node.type === 'ContentStatement') return (node as hbs.AST.ContentStatement).original.toString();
      if (node.type === 'CommentStatement') return '';
      if (node.type !== 'BlockStatement' && node.type !== 'PartialBlockStatement') return FILLED;
      const block = node as hbs.AST.BlockStatement;
      return contents(block.program) + FILLED + contents(block.inverse);
    })
    .join('');
}
