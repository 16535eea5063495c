/** A link that is sent in a chat. Opened in LINE it leaves LINE's own browser, which cannot read aloud and forgets who signed in. */
export const chatLink = (address: string, path: string): string =>
  `${address}${path}${path.includes('?') ? '&' : '?'}openExternalBrowser=1`;
