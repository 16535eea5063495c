import { acting, type Provider, type Timekeeping } from '../provider.js';
import {
  type Account,
  accountSeconds,
  connectedAccounts,
  findAccount,
  setClock,
  wallSeconds,
} from '../store/accounts.js';
import { accountsWithDues, type Due, firstDue, nextOnTheWall, strike } from '../store/dues.js';
import type { Tx } from '../store/store.js';
import { clockMoved } from '../webhooks/deliveries.js';
import { HAPPENS } from './due-kinds.js';

/** Another process may have died before it did what was due: now and then everybody looks. */
const LOOK_AGAIN_MS = 30_000;

/**
 * Does what falls due, for each account one thing at a time in the order of its clock. Each is a row that is struck off in the
 * transaction of its effect, so that neither a crash nor a second process can lose it or do it twice.
 */
export class Timekeeper implements Timekeeping {
  private timer: NodeJS.Timeout | null = null;
  private wakesAt = Number.POSITIVE_INFINITY;
  private stopped = false;
  private rounds: Promise<void> = Promise.resolve();

  constructor(private readonly provider: () => Provider) {}

  start(): void {
    this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.rounds;
  }

  /** Something of the account will be due at `at`. A held clock says nothing about when that is, unless it has passed it. */
  expect(account: Account, at: number): void {
    if (at <= accountSeconds(account)) this.wakeIn(0);
    else if (account.clock === null) this.wakeIn((at - wallSeconds()) * 1000);
  }

  /**
   * Moves an account's clock to `clock` (null: back to the wall's) and does on the way what falls due until then, each at its
   * own moment; the accounts that it opened go by the same clock. Answers how many of each kind.
   */
  async moveClock(account: Account, clock: number | null): Promise<Record<string, number>> {
    const done = await this.catchUp(account, clock ?? wallSeconds(), (tx, at) => setClock(tx, account.id, at));
    await this.provider().store.write(async (tx) => {
      await setClock(tx, account.id, clock);
      await clockMoved(tx, account.id, clock);
    });
    this.provider().deliverer.wake();
    if (clock === null) this.wakeIn(0);
    return done;
  }

  /** Does what is due by the account's clock as it stands. */
  settle(account: Account): Promise<Record<string, number>> {
    return this.catchUp(account, accountSeconds(account), async () => undefined);
  }

  private async catchUp(
    account: Account,
    until: number,
    pass: (tx: Tx, at: number) => Promise<unknown>,
  ): Promise<Record<string, number>> {
    const { store, report } = this.provider();
    const accounts = [account.id, ...(await connectedAccounts(store.db, account.id))];
    const done: Record<string, number> = {};
    const failed: string[] = [];
    for (;;) {
      const due = await firstDue(store.db, accounts, until, failed);
      if (!due) return done;
      try {
        const happened = await this.happen(due, pass);
        if (happened) done[due.kind] = (done[due.kind] ?? 0) + 1;
      } catch (problem) {
        // It stays due and is tried again at the next look; what comes after it does not wait.
        report(problem);
        failed.push(due.kind + due.object);
      }
    }
  }

  private happen(due: Due, pass: (tx: Tx, at: number) => Promise<unknown>): Promise<boolean> {
    const provider = this.provider();
    return provider.store.write(async (tx) => {
      if (!(await strike(tx, due))) return false;
      const account = await findAccount(tx, due.account);
      if (!account) return false;
      await HAPPENS[due.kind](acting(provider, tx, { ...account, clock: due.at }), due.object);
      await pass(tx, due.at);
      return true;
    });
  }

  private look(): void {
    this.wakesAt = Number.POSITIVE_INFINITY;
    this.rounds = this.rounds.then(() => this.round()).catch((problem) => this.provider().report(problem));
  }

  private async round(): Promise<void> {
    const { store } = this.provider();
    for (const id of await accountsWithDues(store.db, wallSeconds())) {
      const account = await findAccount(store.db, id);
      if (account && !this.stopped) await this.settle(account);
    }
    const next = await nextOnTheWall(store.db, wallSeconds());
    this.wakeIn(next === null ? LOOK_AGAIN_MS : (next - wallSeconds()) * 1000);
  }

  private wakeIn(ms: number): void {
    const wait = Math.min(Math.max(ms, 0), LOOK_AGAIN_MS);
    const at = Date.now() + wait;
    if (this.stopped || at >= this.wakesAt) return;
    if (this.timer) clearTimeout(this.timer);
    this.wakesAt = at;
    this.timer = setTimeout(() => this.look(), wait).unref();
  }
}
