const UNSPOKEN =
  '[hidden], [aria-hidden=true], [data-read-aloud], button, .btn, svg, details:not([open]) > :not(summary)';
/** Some voices fall silent in the middle of a long text. */
const LONGEST = 180;

/** What a person would read in an element, in pieces between which a voice takes breath. */
export function spokenText(element: Element): string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(UNSPOKEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const lines = [''];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (!getComputedStyle(node).display.startsWith('inline')) lines.push('');
    } else lines[lines.length - 1] += ` ${node.textContent}`;
  }
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .flatMap(pieces);
}

/** A long line is cut at its spaces: between sentences, in Thai. */
function pieces(line: string): string[] {
  const cut: string[] = [];
  let rest = line;
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(' ', LONGEST);
    const end = space > 0 ? space : LONGEST;
    cut.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return [...cut, rest];
}
