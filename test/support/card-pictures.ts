import type { CheerioAPI } from 'cheerio';
import type { Visitor } from './visitor.js';

/** The sheet of cards that was just printed: each learner's name and the names of her three pictures. */
export function printedCards($: CheerioAPI): Map<string, string[]> {
  const cards = $('.join-card').map((_i, card) => {
    const pictures = $(card).find('ol span:last-child');
    return [[$(card).find('h2').text(), pictures.map((_j, word) => $(word).text()).get()] as const];
  });
  return new Map(cards.get());
}

/** The fields that tapping these pictures fills in on the page at hand. */
export function tapped({ page: { $ } }: Visitor, pictures: readonly string[]): Record<string, string> {
  const idOf = (word: string) =>
    String(
      $('label')
        .filter((_i, label) => $(label).find('span').last().text() === word)
        .first()
        .find('input')
        .val(),
    );
  const [first = '', second = '', third = ''] = pictures.map(idOf);
  return { first, second, third };
}
