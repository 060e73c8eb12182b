import { UnrecoverableError } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { singleCarrier } from '../../../queues/carrier.ts';
import { sweep } from '../../../queues/ledger/sweeper.ts';
import { registry } from '../../../queues/registry.ts';
import { addJobs, aJob, markQueued, rowOf, rowsOf, silent } from '../../support/ledger-fixture.ts';
import { until } from '../../support/until.ts';
import { kinds, openRig, type Rig } from '../runtime/rig.ts';
import { placeJob } from '../runtime/samples.ts';

const orders = registry[0];

describe.each(kinds)('the sweeper on %s', (kind) => {
  let rig: Rig;
  let seller: string;
  beforeAll(async () => {
    rig = await openRig(kind);
    seller = await rig.ledger.newSeller();
  });
  afterAll(() => rig.close());
  beforeEach(() => rig.begin());
  afterEach(() => rig.end());

  const round = (contracts: readonly (typeof registry)[number][] = registry): Promise<void> =>
    sweep({ sql: rig.ledger.system, producer: rig.producer, contracts, logger: silent });

  /** Rows handed over a while ago; inside BullMQ unless it is said that they got lost. */
  const handedOver = async (count: number, { secondsAgo = 20, lost = false } = {}): Promise<string[]> => {
    const jobs = Array.from({ length: count }, () => placeJob(seller));
    await addJobs(rig.ledger, jobs);
    for (const job of jobs) {
      const carrier = singleCarrier(job);
      await markQueued(rig.ledger, [job.id], { carrier: carrier.id, secondsAgo });
      if (!lost) await rig.producer.add('orders', [carrier]);
    }
    return jobs.map(({ id }) => id);
  };

  const carrierEnds = async (id: string, process: () => Promise<unknown>, as: string): Promise<void> => {
    const worker = rig.backend.newWorker('orders', process, { concurrency: 1 });
    const { carrier } = await rowOf(rig.ledger, id);
    await until(`the carrier is ${as}`, async () => {
      const states = await rig.producer.statesOf('orders', [carrier ?? '']);
      return states.get(carrier ?? '') === as;
    });
    await worker.close();
  };

  it('requeues what BullMQ has lost, and it is done once', async () => {
    const ids = await handedOver(5);
    if (kind === 'redis') {
      const client = new Redis(rig.redis?.url ?? '');
      await client.flushall();
      await client.quit();
    } else await rig.ledger.admin`TRUNCATE bullmq.job CASCADE`;
    const before = await rowsOf(rig.ledger, { ids });
    await round();
    for (const row of await rowsOf(rig.ledger, { ids })) {
      expect(row).toMatchObject({ state: 'waiting', carrier: null, attempts: 0, solo: false });
    }
    rig.work();
    await until('all are done', async () => {
      const rows = await rowsOf(rig.ledger, { ids });
      return rows.every(({ state }) => state === 'done');
    });
    const [orderCount] = await rig.ledger.admin<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM orders`;
    expect(orderCount?.count).toBe(5);
    expect((await rowOf(rig.ledger, ids[0] ?? '')).carrier).not.toBe(before[0]?.carrier);
  });

  it('requeues a row whose carrier completed without its end', async () => {
    const [id = ''] = await handedOver(1);
    await carrierEnds(id, async () => 'nothing done', 'completed');
    await round();
    expect(await rowOf(rig.ledger, id)).toMatchObject({ state: 'waiting', attempts: 0, solo: false });
  });

  it('counts an attempt and lets a row travel alone when its carrier failed, and fails it at the limit', async () => {
    const [id = ''] = await handedOver(1);
    await carrierEnds(
      id,
      async () => {
        throw new UnrecoverableError('it killed its workers');
      },
      'failed',
    );
    const { carrier } = await rowOf(rig.ledger, id);
    await round();
    expect(await rowOf(rig.ledger, id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      solo: true,
      error: null,
    });
    await rig.ledger.system`
      UPDATE job SET state = 'queued', carrier = ${carrier}, handed_at = now() - interval '1 minute',
        attempts = ${orders.attempts - 1} WHERE id = ${id}`;
    await round();
    expect(await rowOf(rig.ledger, id)).toMatchObject({
      state: 'failed',
      attempts: orders.attempts,
      error: { code: 'worker_lost' },
      finishedAt: expect.any(String),
    });
  });

  it('leaves alone what BullMQ holds, and asks again only after the grace', async () => {
    const [id = ''] = await handedOver(1);
    const before = await rowOf(rig.ledger, id);
    await round();
    const after = await rowOf(rig.ledger, id);
    expect(after).toMatchObject({ state: 'queued', carrier: before.carrier });
    expect(Date.parse(after.handedAt ?? '')).toBeGreaterThan(Date.parse(before.handedAt ?? '') + 15_000);
  });

  it('does not ask about what was handed over less than 15 seconds ago', async () => {
    const [id = ''] = await handedOver(1, { secondsAgo: 13, lost: true });
    await round();
    expect((await rowOf(rig.ledger, id)).state).toBe('queued');
  });

  it('changes nothing of a row that ended while it asked', async () => {
    const [id = ''] = await handedOver(1, { lost: true });
    const slow = {
      ...rig.producer,
      statesOf: async (queue: string, carriers: readonly string[]) => {
        const states = await rig.producer.statesOf(queue, carriers);
        await rig.ledger.system`UPDATE job SET state = 'done', finished_at = now() WHERE id = ${id}`;
        return states;
      },
    };
    await sweep({ sql: rig.ledger.system, producer: slow, contracts: registry, logger: silent });
    expect((await rowOf(rig.ledger, id)).state).toBe('done');
  });

  it('asks about at most 200 carriers, the oldest first', async () => {
    const jobs = Array.from({ length: 250 }, () => aJob(seller));
    await addJobs(rig.ledger, jobs);
    await rig.ledger.system`
      UPDATE job SET state = 'queued', carrier = id::text, handed_at = now() - interval '1 minute'`;
    const oldest = jobs.at(-1)?.id ?? '';
    await rig.ledger.system`UPDATE job SET handed_at = now() - interval '1 hour' WHERE id = ${oldest}`;
    await round();
    const rows = await rowsOf(rig.ledger);
    expect(rows.filter(({ state }) => state === 'waiting')).toHaveLength(200);
    expect((await rowOf(rig.ledger, oldest)).state).toBe('waiting');
  });

  if (kind === 'redis')
    it('changes nothing while BullMQ is away: an error is no answer', async () => {
      const ids = await handedOver(3);
      const before = await rowsOf(rig.ledger, { ids });
      await rig.redis?.kill();
      await expect(round()).rejects.toThrow();
      expect(await rowsOf(rig.ledger, { ids })).toEqual(before);
      await rig.redis?.restart();
    });
});
