import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeBackJobs } from '../../../db/repositories/jobs/take-back-jobs.ts';
import { type Carrier, singleCarrier } from '../../../queues/carrier.ts';
import { startPlacement } from '../../../queues/intake/placement.ts';
import type { Submission } from '../../../queues/intake/submission.ts';
import { handOver } from '../../../queues/ledger/hand-over.ts';
import { registry } from '../../../queues/registry.ts';
import { newId } from '../../../src/platform/ids.ts';
import { addJobs, aJob, markQueued, rowOf, rowsOf, silent } from '../../support/ledger-fixture.ts';
import { until } from '../../support/until.ts';
import { kinds, openRig, type Rig } from '../runtime/rig.ts';
import { aDraft, placeJob } from '../runtime/samples.ts';

let seller: string;

const order = (priority: 'interactive' | 'bulk' = 'interactive'): Submission<'orders', 'place'> => ({
  sellerId: seller,
  queue: 'orders',
  name: 'place',
  payload: { orderId: newId(), draft: aDraft() },
  refs: { channel: 'shop', order: 'A-1' },
  priority,
});

const accepted = async (receipt: Promise<{ kind: string }>): Promise<string> => {
  const { kind, jobId } = (await receipt) as { kind: string; jobId?: string };
  expect(kind).toBe('accepted');
  return jobId ?? '';
};

describe.each(kinds)('work that is taken in, on %s,', (kind) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await openRig(kind);
    seller = await rig.ledger.newSeller();
  });
  afterAll(() => rig.close());
  beforeEach(() => rig.begin());
  afterEach(() => rig.end());

  const carrierStateOf = async (id: string): Promise<string | undefined> => {
    const { carrier } = await rowOf(rig.ledger, id);
    return (await rig.producer.statesOf('orders', [carrier ?? id])).get(carrier ?? id);
  };

  /** The placement reads the loads five times a second; work before its first look waits. */
  const submitUntil = async (state: 'queued' | 'waiting', submit: () => Promise<{ kind: string }>) =>
    until(`work is ${state}`, async () => {
      const id = await accepted(submit());
      return (await rowOf(rig.ledger, id)).state === state && id;
    });

  it('goes straight into BullMQ under its own id while there is room and no backlog', async () => {
    const intake = rig.intake();
    // What came before the first look at the loads would be a backlog.
    const id = await until('the placement has looked', async () => {
      await rig.ledger.system`DELETE FROM job`;
      const jobId = await accepted(intake.submit(order()));
      return (await rowOf(rig.ledger, jobId)).state === 'queued' && jobId;
    });
    expect((await rowOf(rig.ledger, id)).carrier).toBe(id);
    await until('BullMQ has it', async () => (await carrierStateOf(id)) === 'waiting');
  });

  it('waits while older work waits, while the window is full, and always when it is bulk', async () => {
    await addJobs(rig.ledger, [placeJob(seller)]);
    const intake = rig.intake();
    const behind = await accepted(intake.submit(order()));
    expect((await rowOf(rig.ledger, behind)).state).toBe('waiting');

    const window = registry[0].window;
    await rig.ledger.system`DELETE FROM job`;
    const full = Array.from({ length: window }, () => aJob(seller, { carrier: newId() }));
    await addJobs(rig.ledger, full);
    await submitUntil('waiting', () => intake.submit(order()));
    await rig.ledger.system`DELETE FROM job`;
    await submitUntil('queued', async () => {
      await rig.ledger.system`DELETE FROM job WHERE state = 'waiting'`;
      return intake.submit(order());
    });
    const bulk = await accepted(intake.submit(order('bulk')));
    expect((await rowOf(rig.ledger, bulk)).state).toBe('waiting');
  });

  it.each([
    ['the places of the window, where rows travel alone', { bundleSize: 1, window: 25 }, 25],
    ['the places of a small window', { window: 7 }, 7],
    ['four for each carrier at work, where rows can travel together', { concurrency: 3 }, 12],
  ])('never takes more than %s, however much arrives between two looks', async (_, changes, places) => {
    const placement = startPlacement({
      sql: rig.ledger.system,
      contracts: [{ ...registry[0], ...changes }],
      logger: silent,
    });
    await until('it has looked', async () => placement.tryTake('orders'));
    await placement.stop();
    const taken = Array.from({ length: 200 }, () => placement.tryTake('orders')).filter(Boolean);
    expect(taken).toHaveLength(places - 1);
  });

  it('runs although its id was used before: each hand-over has a carrier of its own', async () => {
    const [id = ''] = await (async () => {
      const job = placeJob(seller);
      await addJobs(rig.ledger, [job]);
      return [job.id];
    })();
    // Under its own id it was inside BullMQ before, and ended there without an end in the ledger.
    const queue = rig.producer.queues.get('orders');
    const worker = rig.backend.newWorker('orders', async () => 'nothing', { concurrency: 1 });
    await rig.producer.add('orders', [singleCarrier({ id, sellerId: seller, name: 'place', refs: {} }, id)]);
    await until('it ended', async () => (await queue?.getJobState(id)) === 'completed');
    await worker.close();
    rig.work();
    await until('it is done', async () => (await rowOf(rig.ledger, id)).state === 'done');
    expect((await rowOf(rig.ledger, id)).carrier).not.toBe(id);
  });
});

describe.runIf(kinds.includes('redis'))('while Redis is away', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await openRig('redis');
    seller = await rig.ledger.newSeller();
  });
  afterAll(() => rig.close());
  afterEach(() => rig.end());

  it('intake goes on: rows wait in the ledger, and are done once Redis is back', {
    timeout: 60_000,
  }, async () => {
    await rig.begin();
    const intake = rig.intake();
    const direct = await until('the placement has looked', async () => {
      await rig.ledger.system`DELETE FROM job`;
      const id = await accepted(intake.submit(order()));
      return (await rowOf(rig.ledger, id)).state === 'queued' && id;
    });
    await until(
      'it is in Redis',
      async () => (await rig.producer.statesOf('orders', [direct])).get(direct) === 'waiting',
    );
    await rig.redis?.kill();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await accepted(intake.submit(order())));
    await until('what had been handed over is taken back', async () => {
      const rows = await rowsOf(rig.ledger, { ids });
      return rows.every(({ state, carrier }) => state === 'waiting' && carrier === null);
    });
    rig.work();
    await rig.redis?.restart();
    await until('all is done', async () => {
      const rows = await rowsOf(rig.ledger, { ids });
      return rows.every(({ state }) => state === 'done');
    });
  });
});

describe('a hand-over that BullMQ does not take', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await openRig('postgres');
    seller = await rig.ledger.newSeller();
    await rig.begin();
  });
  afterAll(() => rig.close());

  const refused = (ids: readonly string[], carriers: readonly Carrier[]) =>
    handOver(
      {
        sql: rig.ledger.system,
        logger: silent,
        producer: {
          ...rig.producer,
          add: async () => {
            // Something else happens to a row while the add is under way.
            await rig.ledger.system`UPDATE job SET carrier = 'another' WHERE id = ${ids[1] ?? ''}`;
            await rig.ledger.system`UPDATE job SET state = 'cancelled' WHERE id = ${ids[2] ?? ''}`;
            throw new Error('Redis is away');
          },
        },
      },
      'orders',
      carriers,
    );

  it('is taken back, but for rows that have another state or carrier by now', async () => {
    const jobs = [1, 2, 3].map(() => aJob(seller));
    await addJobs(rig.ledger, jobs);
    const ids = jobs.map(({ id }) => id);
    const carriers = jobs.map((job) => singleCarrier(job));
    for (const [n, id] of ids.entries()) await markQueued(rig.ledger, [id], { carrier: carriers[n]?.id });
    expect(await refused(ids, carriers)).toBe(false);
    const rows = await rowsOf(rig.ledger, { ids });
    expect(rows.map(({ state, carrier }) => [state, carrier])).toEqual([
      ['waiting', null],
      ['queued', 'another'],
      ['cancelled', carriers[2]?.id],
    ]);
  });

  it('takes nothing back when there is nothing to take back', async () => {
    await takeBackJobs(rig.ledger.system, []);
  });
});
