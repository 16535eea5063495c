/** The server's own key: what session cookies, form tokens and card hashes are keyed with. */
export class ServerSecret {
  constructor(readonly value: string) {}
}
