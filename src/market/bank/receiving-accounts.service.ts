import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, invalid } from '../../shared/refusal.js';
import { seededRandom } from '../../shared/seeded-random.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { Shop } from '../shops/shop.js';
import { Shops } from '../shops/shops.service.js';
import { type AccountKind, accountChoices, type BankAccount, personaNamed } from './account-choices.js';
import { accountNumber } from './account-number.js';
import { Bank } from './bank.service.js';

/** The account in which a shop takes money. Moments in market time. */
export interface ReceivingAccount {
  id: string;
  market: string;
  shopId: string;
  kind: AccountKind;
  number: string;
  holder: string;
  linkedAt: string;
  /** The test credit that is on its way or there, and when it was recognised. */
  testTransferId: string | null;
  verifiedAt: string | null;
  /** When she last looked at its statement. */
  lookedAt: string | null;
}

/** Who sends the test credit. */
const TESTER = { account: accountNumber('the bank itself'), name: 'ธนาคารฝึก ทดสอบบัญชี' };

/** Which account a shop takes money in: one of the seller's card, picked and never typed, tried with one small credit. */
@Injectable()
export class ReceivingAccounts {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly bank: Bank,
  ) {}

  link = this.acts.verb('bank.link', async (act, { kind }: { kind: AccountKind }) => {
    const shop = await this.ownShop(act);
    const chosen = this.choices(shop).find((one) => one.kind === kind);
    if (!chosen) throw invalid([{ field: 'kind', key: 'bank.choose' }]);
    const before = await this.of(act.market, shop.id);
    if (before?.number === chosen.number) return before.id;
    if (before) await this.unlink(act, before);
    const id = act.nextId('acc');
    const { number, holder } = chosen;
    await this.db.sql`INSERT INTO "payment_account" ("id", "market", "shopId", "kind", "number", "holder", "linkedAt")
      VALUES (${id}, ${act.market}, ${shop.id}, ${kind}, ${number}, ${holder}, ${act.now})`;
    act.record('payment_account.linked', id, { shopId: shop.id, kind, number, holder });
    return id;
  });

  /** The bank sends a few satang, so that the holder sees that it is the right account. Asked again, the first one counts. */
  test = this.acts.verb('bank.test', async (act, _input: Record<string, never>) => {
    const account = await this.ownOrRefuse(act);
    if (account.testTransferId) return account.testTransferId;
    const random = seededRandom(`${act.seed}/test credit/${account.number}`);
    const amountSatang = random.whole(1, 9) * 100 + random.whole(11, 99);
    const to = { account: account.number, name: account.holder };
    const { id } = await this.bank.send(act, {
      from: TESTER,
      to,
      amountSatang,
      purpose: 'test_credit',
      objectId: account.id,
    });
    await this.db.sql`UPDATE "payment_account" SET "testTransferId" = ${id} WHERE "id" = ${account.id}`;
    act.record('payment_account.test_sent', account.id, { transferId: id });
    return id;
  });

  /** She tells what came. Only who has seen the statement knows it. */
  verify = this.acts.verb('bank.verify', async (act, { amountSatang }: { amountSatang: number | null }) => {
    const account = await this.ownOrRefuse(act);
    if (account.verifiedAt) return;
    if (!account.testTransferId) throw conflict('bank.not_tested');
    const test = await this.bank.get(act.market, account.testTransferId);
    if (amountSatang !== test.amountSatang) throw invalid([{ field: 'amount', key: 'bank.test_amount_wrong' }]);
    await this.bank.match(act, test, account.id);
    await this.db.sql`UPDATE "payment_account" SET "verifiedAt" = ${act.now} WHERE "id" = ${account.id}`;
    const { kind, number, holder, shopId } = account;
    act.record('payment_account.verified', account.id, {
      shopId,
      kind,
      number,
      holder,
      transferId: test.id,
      amountSatang,
    });
  });

  /** The account that a shop takes money in now. */
  async of(market: string, shopId: string): Promise<ReceivingAccount | null> {
    const [row] = await this.db.sql<ReceivingAccount>`SELECT * FROM "payment_account"
      WHERE "market" = ${market} AND "shopId" = ${shopId} AND "unlinkedAt" IS NULL`;
    return row ?? null;
  }

  async ofSeller(market: string, party: string): Promise<ReceivingAccount | null> {
    const shop = await this.shops.own(market, party);
    return shop && this.of(market, shop.id);
  }

  /** What she can pick from; nothing before her shop says who she is. */
  choices(shop: Pick<Shop, 'sellerName'> | null): BankAccount[] {
    const persona = personaNamed(shop?.sellerName ?? null);
    return persona ? accountChoices(persona) : [];
  }

  private async unlink(act: Act, account: ReceivingAccount): Promise<void> {
    await this.db.sql`UPDATE "payment_account" SET "unlinkedAt" = ${act.now} WHERE "id" = ${account.id}`;
    act.record('payment_account.unlinked', account.id, { number: account.number });
  }

  private async ownShop(act: Act): Promise<Shop> {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    return shop;
  }

  private async ownOrRefuse(act: Act): Promise<ReceivingAccount> {
    const account = await this.of(act.market, (await this.ownShop(act)).id);
    if (!account) throw conflict('bank.no_account');
    return account;
  }
}
