import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderKey } from '../../../queues/intake/natural-keys.ts';
import { registry } from '../../../queues/registry.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { Handlers } from '../../../workers/handlers/index.ts';
import { addJobs, type Ledger, rowsOf } from '../../support/ledger-fixture.ts';
import { until } from '../../support/until.ts';
import { trapped } from './cases.ts';
import { kinds, openRig, quick, type Rig, realHandlers } from './rig.ts';
import { aDraft, placeJob, saveMail, scanJob } from './samples.ts';

const marker = 'marker.person';
const buyer = { name: `${marker} name`, email: `${marker}@example.test` };
const draft = () =>
  aDraft({ buyer, shipTo: { ...(aDraft().shipTo as object), name: buyer.name, line1: marker } as never });

/** Everything that Redis holds, keys and values, as one text. */
const dumpRedis = async (url: string): Promise<string> => {
  const client = new Redis(url);
  const texts: string[] = [];
  for await (const keys of client.scanStream({ count: 1_000 })) {
    for (const key of keys as string[]) {
      texts.push(key);
      const type = await client.type(key);
      const value =
        type === 'hash'
          ? await client.hgetall(key)
          : type === 'list'
            ? await client.lrange(key, 0, -1)
            : type === 'zset'
              ? await client.zrange(key, '0', '-1')
              : type === 'set'
                ? await client.smembers(key)
                : type === 'stream'
                  ? await client.xrange(key, '-', '+')
                  : await client.get(key);
      texts.push(JSON.stringify(value));
    }
  }
  await client.quit();
  return texts.join('\n');
};

/** Every row of BullMQ's tables, as one text. */
const dumpSchema = async ({ admin }: Ledger): Promise<string> => {
  const tables = await admin<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'bullmq'`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await admin<{ row: string }[]>`SELECT t::text AS row FROM ${admin(`bullmq.${name}`)} AS t`;
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
};

describe.each(kinds)('on %s', (kind) => {
  let rig: Rig;
  let seller: string;
  beforeAll(async () => {
    rig = await openRig(kind);
    seller = await rig.ledger.newSeller();
    await rig.begin();
  });
  afterAll(() => rig.close());

  const finished = (ids: readonly string[]): Promise<true> =>
    until('all have ended', async () => {
      const rows = await rowsOf(rig.ledger, { ids });
      return rows.length === ids.length && rows.every(({ finishedAt }) => finishedAt !== null);
    });

  it('BullMQ never holds personal data, whatever goes well or wrong', async () => {
    // What a database says of a value that it refuses quotes the value; what code says may quote anything.
    const handlers: Handlers = {
      ...realHandlers({
        send: async () => ({ kind: 'refused', response: `550 no such user ${buyer.email}` }),
        close: () => {},
      }),
    };
    const failing = trapped(handlers, 'tracking', async ({ sql }) => {
      await sql`SELECT ${`${marker}@example.test`}::text::int`;
    });
    rig.work({ contracts: registry.map(quick), handlers: { ...handlers, ...failing } });
    const intake = rig.intake();
    const direct = await Promise.all(
      [draft(), draft()].map((one) =>
        intake.submit({
          sellerId: seller,
          queue: 'orders',
          name: 'place',
          payload: { orderId: newId(), draft: one },
          refs: { channel: one.channel, order: one.channelOrderId },
          priority: 'interactive',
          naturalKey: { kind: 'order', key: orderKey(one), hash: 'h' },
        }),
      ),
    );
    const jobs = [
      ...Array.from({ length: 30 }, () => placeJob(seller, draft())),
      placeJob(seller, { ...draft(), fulfilmentCentre: 'nowhere' }),
      scanJob(seller),
    ];
    const poison = placeJob(seller, draft());
    await addJobs(rig.ledger, [...jobs, { ...poison, payload: { draft: { buyer } } }]);
    const mail = await saveMail(rig.ledger, seller, { recipient: buyer.email });
    const ids = [...jobs.map(({ id }) => id), poison.id, mail];
    await finished([...ids, ...direct.flatMap((receipt) => ('jobId' in receipt ? [receipt.jobId] : []))]);
    const rows = await rowsOf(rig.ledger, { ids });
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['done', 'rejected', 'failed']));

    const held = rig.redis ? await dumpRedis(rig.redis.url) : await dumpSchema(rig.ledger);
    // The dump is one: it shows what operators need.
    expect(held).toContain(jobs[0]?.refs.order);
    expect(held).not.toContain(marker);
    // And the operators' own role finds none in the ledger's columns that it may read.
    const columns = await rig.ledger.system<{ row: string }[]>`
      SELECT concat_ws(' ', name, refs::text, error::text, unique_key) AS row FROM job`;
    expect(columns.map(({ row }) => row).join('\n')).not.toContain(marker);
    const stored = await rig.ledger.admin`SELECT 1 FROM job WHERE payload::text LIKE ${`%${marker}%`}`;
    expect(stored.length).toBeGreaterThan(0);
  });
});
