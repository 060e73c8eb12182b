import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { packagePath } from '../../src/platform/package-root.ts';
import { childEnvironment, cliArguments } from '../real-orders/navette-process.ts';
import { startPaymentServer } from '../support/payment-server/payment-server.ts';
import { findFreePort } from '../support/redis.ts';
import { until } from '../support/until.ts';

export interface StormOptions {
  readonly refunds: number;
  readonly seed: number;
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** Workers that are killed, one after the other, with this pause between them. */
  readonly kills: number;
  readonly killEveryMs: number;
  /** Told now and then how far it is. */
  readonly onProgress?: (text: string) => void;
  /** Share of calls that are answered after the ten seconds that a call may take. */
  readonly late: number;
  readonly limitMs: number;
}

export interface StormReport {
  readonly kills: number;
  readonly seconds: number;
  readonly calls: number;
  readonly replays: number;
  readonly looks: number;
  readonly bookedTwice: readonly string[];
  readonly byState: Readonly<Record<string, number>>;
  /** Succeeded, by our ledger and by the provider's books. */
  readonly oursMinor: number;
  readonly theirsMinor: number;
  /** Refunds of which the two say different things. */
  readonly differing: readonly string[];
  /** Orders whose balances are not the sum of their refunds. */
  readonly wrongBalances: number;
  readonly unfinishedJobs: number;
}

const apiKey = 'a-key-of-the-storm-1234';

/** Requests at once, as several shops would send them. */
const eachOf = async (count: number, atOnce: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < count) {
      const n = next;
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
};

const amountOf = (n: number): number => 101 + ((n * 7_919) % 9_000);

/**
 * Refunds by the official library against a payment server that misbehaves, while workers are killed: API and two
 * workers as processes. What both sides hold in the end is compared to the cent.
 */
export const runRefundStorm = async (options: StormOptions): Promise<StormReport> => {
  const { refunds, seed, databaseUrl, redisUrl, dataDir, killEveryMs, late, limitMs, onProgress } = options;
  const beganMs = Date.now();
  const server = await startPaymentServer({
    plan: {
      seed,
      calls: {
        answers_late: late,
        books_late: late,
        drop_before_booking: 0.04,
        drop_after_booking: 0.06,
        error_before_booking: 0.04,
        error_after_booking: 0.06,
        too_many: 0.04,
        pending: 0.06,
        pending_fails: 0.02,
        fails_later: 0.03,
      },
      looks: { drop: 0.03, error: 0.03, too_many: 0.02 },
      webhooks: { duplicate: 0.25, delayed: 0.15 },
    },
    lateMs: 12_000,
    settleMs: 2_000,
  });
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const start = (role: 'api' | 'worker'): ChildProcess =>
    spawn(process.execPath, cliArguments(role), {
      cwd: packagePath('.'),
      env: childEnvironment(dataDir, {
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        PUBLIC_URL: url,
        API_KEY: apiKey,
        OPERATOR_PASSWORD: 'operator of the storm',
        LINK_SECRETS: 'a link secret of more than 32 characters',
        STRIPE_API_KEY: server.apiKey,
        STRIPE_API_BASE: server.url,
        STRIPE_WEBHOOK_SECRET: server.webhookSecret,
        ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      }),
      stdio: 'ignore',
    });
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const api = start('api');
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  const workers: ChildProcess[] = [];
  let kills = 0;
  let over = false;
  try {
    await until(
      'the API answers',
      async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok ?? false,
      60_000,
    );
    server.deliverTo(`${url}/webhooks/stripe`);
    const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as { result?: { orderId: string } };
    };
    workers.push(start('worker'), start('worker'));
    const ids: string[] = Array.from({ length: refunds }, () => '');
    await eachOf(refunds, 24, async (n) => {
      const order = await post(
        '/v1/orders',
        {
          channel: 'shop',
          channelOrderId: `STORM-${n}`,
          placedAt: new Date(Date.now() - 86_400_000).toISOString(),
          payment: { status: 'verified', provider: 'stripe', reference: `pi_storm_${n}` },
          currency: 'EUR',
          buyer: { name: 'Camille', email: `storm-${n}@example.test` },
          shipTo: {
            name: 'Camille',
            line1: '8 rue de la Soie',
            postalCode: '69003',
            city: 'Lyon',
            country: 'FR',
          },
          lines: [{ lineId: '1', sku: 'A', title: 'A', quantity: 1, unitPriceMinor: amountOf(n) }],
        },
        { prefer: 'wait=30', 'idempotency-key': `order-${n}` },
      );
      ids[n] = order.result?.orderId ?? '';
    });
    const killing = (async () => {
      while (!over && kills < options.kills) {
        await pause(killEveryMs);
        if (over) return;
        const n = kills % 2;
        await end(workers[n] as ChildProcess, 'SIGKILL');
        kills += 1;
        workers[n] = start('worker');
      }
    })();
    await eachOf(refunds, 24, async (n) => {
      const body = { orderId: ids[n], lines: [{ lineId: '1', quantity: 1 }], reason: 'goodwill' };
      await post('/v1/refunds', body, { 'idempotency-key': `refund-${n}` });
    });

    await until(
      'every refund is settled on both sides, and nothing is left to do',
      async () => {
        const [row] = await sql<{ made: number; open: number; jobs: number }[]>`
          SELECT (SELECT count(*)::int FROM refund) AS made,
            (SELECT count(*)::int FROM refund WHERE settled_at IS NULL) AS open,
            (SELECT count(*)::int FROM job WHERE queue IN ('refunds', 'payments') AND run_at <= now()
              AND state IN ('waiting', 'queued')) AS jobs`;
        const isQuiet = server.waiting().length === 0 && server.books().every(({ isFinal }) => isFinal);
        onProgress?.(JSON.stringify({ ...row, webhooks: server.waiting().length, kills, ...server.counts }));
        await pause(500);
        return row !== undefined && row.made === refunds && row.open === 0 && row.jobs === 0 && isQuiet;
      },
      limitMs,
    );
    over = true;
    await killing;

    const ours = await sql<{ id: string; state: string; amount: number }[]>`
      SELECT id, state, amount_minor::int AS amount FROM refund`;
    const books = server.books();
    const paid = new Map(
      books.filter(({ status }) => status === 'succeeded').map((one) => [one.refundId, one.amountMinor]),
    );
    const [balances] = await sql<{ wrong: number }[]>`
      SELECT count(*)::int AS wrong FROM refund_balance AS balance
      WHERE part = 'order' AND refunded_minor <> (
        SELECT coalesce(sum(amount_minor), 0) FROM refund
        WHERE refund.order_id = balance.order_id AND state NOT IN ('declined', 'failed'))`;
    const [jobs] = await sql<{ count: number }[]>`
      SELECT count(*)::int AS count FROM job WHERE queue IN ('refunds', 'payments') AND state = 'failed'`;
    const byState: Record<string, number> = {};
    for (const { state } of ours) byState[state] = (byState[state] ?? 0) + 1;
    return {
      kills,
      seconds: (Date.now() - beganMs) / 1_000,
      ...server.counts,
      bookedTwice: server.bookedTwice(),
      byState,
      oursMinor: ours.reduce((sum, { state, amount }) => sum + (state === 'succeeded' ? amount : 0), 0),
      theirsMinor: [...paid.values()].reduce((sum, amount) => sum + amount, 0),
      differing: ours
        .filter(({ id, state, amount }) => (state === 'succeeded' ? amount : undefined) !== paid.get(id))
        .map(({ id, state }) => `${id} ${state}`),
      wrongBalances: balances?.wrong ?? 0,
      unfinishedJobs: jobs?.count ?? 0,
    };
  } finally {
    over = true;
    await Promise.all([...workers, api].map((child) => end(child, 'SIGKILL')));
    await sql.end({ timeout: 5 });
    await server.close();
  }
};
