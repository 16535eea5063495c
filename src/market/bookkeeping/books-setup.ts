/** What the books of a market's shops begin with where its makers say so. Plain JSON, part of the market's set-up. */
export interface BooksSetup {
  /** The number under which the shops are registered for VAT, of practice; without it they are not registered. */
  vatNumber?: string;
}
