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

/** Where the QR of each card leads, by the learner's name. */
export function cardDoors($: CheerioAPI): Map<string, string> {
  const doors = $('.join-card').map((_i, card) => {
    const link = $(card).find('a.join-card-qr').attr('href') ?? '';
    return [[$(card).find('h2').text(), link && new URL(link).pathname] as const];
  });
  return new Map(doors.get());
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
