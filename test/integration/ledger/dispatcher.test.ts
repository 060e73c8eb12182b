import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Carrier } from '../../../queues/carrier.ts';
import { type Dispatcher, startDispatcher } from '../../../queues/ledger/dispatcher.ts';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import {
  addJobs,
  aJob,
  emptyLedger,
  type Ledger,
  openLedger,
  rowsOf,
  silent,
} from '../../support/ledger-fixture.ts';
import { until } from '../../support/until.ts';

let ledger: Ledger;
let seller: string;
let dispatchers: Dispatcher[] = [];
beforeAll(async () => {
  ledger = await openLedger();
  seller = await ledger.newSeller();
});
afterAll(() => ledger.close());
beforeEach(() => emptyLedger(ledger));
afterEach(async () => {
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
  dispatchers = [];
});

const contract = { ...ordersQueue, window: 50, bundleSize: 10 };

/** A dispatcher whose carriers are counted instead of run, and end at once unless it is said otherwise. */
const start = ({ refuses = () => false }: { refuses?: () => boolean } = {}) => {
  const carriers: Carrier[] = [];
  const dispatcher = startDispatcher({
    sql: ledger.system,
    logger: silent,
    contracts: [contract],
    concurrencyOf: () => 4,
    producer: {
      queues: new Map(),
      statesOf: async () => new Map(),
      close: async () => {},
      add: async (_, added) => {
        if (refuses()) throw new Error('BullMQ is away');
        carriers.push(...added);
        const ids = added.flatMap(({ data }) => data.ids);
        await ledger.system`UPDATE job SET state = 'done', finished_at = now()
          WHERE id = ANY (${ids}::uuid[]) AND state = 'queued'`;
        dispatcher.nudge();
      },
    },
  });
  dispatchers.push(dispatcher);
  return { carriers, dispatcher };
};

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const waiting = async (priority: number): Promise<number> => {
  const [row] = await ledger.system<{ count: number }[]>`
    SELECT count(*)::int AS count FROM job WHERE state = 'waiting' AND priority = ${priority}`;
  return row?.count ?? 0;
};

describe('the dispatcher', () => {
  it('hands over what becomes due by itself, and at once when it is nudged', async () => {
    const { carriers, dispatcher } = start();
    await addJobs(ledger, [aJob(seller, { runAt: new Date(Date.now() + 400).toISOString() })]);
    await until('it is handed over', async () => carriers.length === 1);
    await addJobs(ledger, [aJob(seller)]);
    dispatcher.nudge();
    await until('the next is', async () => carriers.length === 2);
  });

  it('lets an old bulk backlog through beside a stream of fresh interactive work', async () => {
    const bulk = Array.from({ length: 600 }, () => aJob(seller, { priority: 1, runAt: minutesAgo(10) }));
    const fresh = Array.from({ length: 600 }, () => aJob(seller, { priority: 0 }));
    await addJobs(ledger, [...bulk, ...fresh]);
    start();
    // Long before the full scan, which comes once a minute.
    await until('both are gone', async () => (await waiting(0)) + (await waiting(1)) === 0, 20_000);
  });

  it('finds a row with an old time that comes back after newer ones went', async () => {
    const { carriers } = start();
    await addJobs(
      ledger,
      Array.from({ length: 200 }, () => aJob(seller)),
    );
    await until('the backlog is gone', async () => (await waiting(0)) === 0);
    const handed = carriers.length;
    await addJobs(ledger, [aJob(seller, { runAt: minutesAgo(30) })]);
    await until('the old one is handed over', async () => carriers.length > handed, 5_000);
  });

  it('takes back what BullMQ does not take, and hands it over when it does again', async () => {
    let away = true;
    let refusals = 0;
    const { carriers } = start({
      refuses: () => {
        refusals += Number(away);
        return away;
      },
    });
    await addJobs(
      ledger,
      Array.from({ length: 120 }, () => aJob(seller, { runAt: minutesAgo(5) })),
    );
    await until('it was refused a few times', async () => refusals >= 2);
    expect(carriers).toEqual([]);
    away = false;
    await until('all are handed over', async () => (await waiting(0)) === 0, 5_000);
    const ids = carriers.flatMap(({ data }) => data.ids);
    expect(new Set(ids).size).toBe(120);
    expect(new Set(carriers.map(({ id }) => id)).size).toBe(carriers.length);
  });

  it('beside others hands every row over once', async () => {
    const all = [start(), start(), start()];
    await addJobs(
      ledger,
      Array.from({ length: 1_000 }, () => aJob(seller)),
    );
    await until('all are gone', async () => (await waiting(0)) === 0);
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    const ids = all.flatMap(({ carriers }) => carriers.flatMap(({ data }) => data.ids));
    expect(ids).toHaveLength(1_000);
    expect(new Set(ids).size).toBe(1_000);
    expect((await rowsOf(ledger)).every(({ state }) => state === 'done')).toBe(true);
  });
});
