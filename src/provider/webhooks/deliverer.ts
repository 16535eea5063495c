import type { Store } from '../store/store.js';
import { randomText } from '../wire/ids.js';
import { signatureHeader } from '../wire/signature.js';
import type { Delivery, Outcome, Parcel } from './deliveries.js';
import * as deliveries from './deliveries.js';
import type { WebhookMode } from './modes.js';

const TIMEOUT_MS = 10_000;
/** Other processes on the same database may have died over their deliveries: now and then everybody looks. */
const LOOK_AGAIN_MS = 5_000;
const STOP_MS = 2_000;
const STALE_SECONDS = 3_600;

export interface Drained {
  delivered: number;
  failed: number;
  pending: number;
}

/** Sends what is due: at each endpoint one after the other, at different endpoints side by side. Each step is a row, so that a crash loses nothing. */
export class Deliverer {
  private readonly busy = new Map<string, Promise<unknown>>();
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private asked = false;
  private readonly hurry = new AbortController();
  private rounds: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly report: (problem: unknown) => void,
    private readonly retries: readonly number[],
  ) {}

  async start(): Promise<void> {
    if (!this.store.postgres) await this.store.write(deliveries.releaseLeases);
    this.wake();
  }

  /** Looks for what is due. Many calls in a row are one look: it begins after the last of them. */
  readonly wake = (): void => {
    if (this.stopped || this.asked) return;
    this.asked = true;
    this.rounds = this.rounds.then(() => this.round()).catch(this.report);
  };

  /** Sends everything of the account that waits, due or not, each once, and answers how that went. */
  async drain(account: string): Promise<Drained> {
    const tried: string[] = [];
    const sum: Drained = { delivered: 0, failed: 0, pending: 0 };
    for (;;) {
      const left = (await deliveries.pendingOf(this.store.db, account)).filter(({ id }) => !tried.includes(id));
      const [first] = left;
      if (!first) return sum;
      await this.atEndpoint(first.endpoint, async () => {
        const delivery = await this.store.write((tx) => deliveries.claim(tx, first.endpoint, tried));
        // Another process holds it; its lease ends soon, one way or the other.
        if (!delivery) return pause(50);
        tried.push(delivery.id);
        sum[await this.deliver(delivery)] += 1;
      });
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.rounds;
    // A receiver that hangs must not hold up the end: its delivery stays pending and is tried after the next start.
    const late = setTimeout(() => this.hurry.abort(), STOP_MS);
    await Promise.all(this.busy.values());
    clearTimeout(late);
  }

  private async round(): Promise<void> {
    this.asked = false;
    if (this.timer) clearTimeout(this.timer);
    for (const endpoint of await deliveries.dueEndpoints(this.store.db)) {
      if (!this.busy.has(endpoint)) void this.atEndpoint(endpoint, () => this.sendDue(endpoint)).catch(this.report);
    }
    const due = await deliveries.nextDue(this.store.db);
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(1, (due ?? Number.POSITIVE_INFINITY) - Date.now()));
    if (!this.stopped) this.timer = setTimeout(this.wake, wait).unref();
  }

  private async sendDue(endpoint: string): Promise<void> {
    while (!this.stopped) {
      const delivery = await this.store.write((tx) => deliveries.claim(tx, endpoint));
      if (!delivery) break;
      await this.deliver(delivery);
    }
    // What came in between the last look and now found this endpoint busy.
    setImmediate(this.wake);
  }

  /** Whoever comes to an endpoint waits for those before: deliveries arrive in order unless a mode says otherwise. */
  private async atEndpoint(endpoint: string, turn: () => Promise<void>): Promise<void> {
    const mine = (this.busy.get(endpoint) ?? Promise.resolve()).catch(() => undefined).then(turn);
    this.busy.set(endpoint, mine);
    try {
      await mine;
    } finally {
      if (this.busy.get(endpoint) === mine) this.busy.delete(endpoint);
    }
  }

  private async deliver(delivery: Delivery): Promise<keyof Drained> {
    const parcel = await deliveries.parcelOf(this.store.db, delivery);
    if (!parcel) {
      await this.store.write((tx) => deliveries.abandon(tx, delivery));
      return 'failed';
    }
    const outcome = await post(parcel, delivery, this.hurry.signal);
    const state = await this.store.write((tx) => deliveries.settle(tx, delivery, outcome, this.retries));
    if (state === 'pending') this.wake();
    return state;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function post(parcel: Parcel, { mode }: Delivery, hurry: AbortSignal): Promise<Outcome> {
  const atMs = Date.now();
  const { status, problem } = await answerTo(parcel, mode, hurry);
  return { status, problem, atMs, tookMs: Date.now() - atMs };
}

/** The time of a signature is the wall's whatever the account's clock says: receivers hold it against theirs. */
function signed({ body, secrets }: Parcel, mode: WebhookMode): string {
  const seconds = Math.floor(Date.now() / 1000) - (mode === 'stale' ? STALE_SECONDS : 0);
  const header = signatureHeader(body, mode === 'other_secret' ? [`whsec_${randomText(32)}`] : secrets, seconds);
  return mode === 'bad_signature' ? header.replaceAll(/v1=\w{8}/g, 'v1=00000000') : header;
}

async function answerTo(
  parcel: Parcel,
  mode: WebhookMode,
  hurry: AbortSignal,
): Promise<Pick<Outcome, 'status' | 'problem'>> {
  try {
    const answer = await fetch(parcel.url, {
      method: 'POST',
      body: parcel.body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), hurry]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signed(parcel, mode),
      },
    });
    await answer.body?.cancel();
    return { status: answer.status, problem: answer.ok ? null : `http_${answer.status}` };
  } catch (problem) {
    return { status: null, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
