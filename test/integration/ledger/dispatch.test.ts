import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Dispatched, dispatchQueue } from '../../../queues/ledger/dispatch-queue.ts';
import { mailQueue } from '../../../queues/mail.queue.ts';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import { newId } from '../../../src/platform/ids.ts';
import { addJobs, aJob, emptyLedger, type Ledger, openLedger, rowsOf } from '../../support/ledger-fixture.ts';

let ledger: Ledger;
let seller: string;

beforeAll(async () => {
  ledger = await openLedger();
  seller = await ledger.newSeller();
});
afterAll(() => ledger.close());
beforeEach(() => emptyLedger(ledger));

const contract = { ...ordersQueue, window: 100, bundleSize: 10, concurrency: 4 };
const unmarked = { interactive: null, bulk: null };

const dispatch = (
  changes: Partial<typeof contract> = {},
  lowWater = unmarked as object,
): Promise<Dispatched> =>
  dispatchQueue(ledger.system, {
    contract: { ...contract, ...changes },
    concurrency: contract.concurrency,
    lowWater: { ...unmarked, ...lowWater },
  });

const secondsAgo = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString();

const add = (count: number, changes: Parameters<typeof aJob>[1] = {}): Promise<void> =>
  addJobs(
    ledger,
    Array.from({ length: count }, () => aJob(seller, changes)),
  );

const idsIn = ({ carriers }: Dispatched): string[] => carriers.flatMap(({ data }) => data.ids);

describe('what is picked', () => {
  it('is what is due, the oldest first, and nothing of the future or of other queues', async () => {
    const [young, old, future] = [
      aJob(seller, { runAt: secondsAgo(10) }),
      aJob(seller, { runAt: secondsAgo(60) }),
      aJob(seller, { runAt: secondsAgo(-60) }),
    ];
    await addJobs(ledger, [young, old, future, aJob(seller, { queue: 'mail', name: 'send' })]);
    const dispatched = await dispatch();
    expect(idsIn(dispatched)).toEqual([old.id, young.id]);
    expect(dispatched.newest.interactive).toBe(young.runAt);
    const rows = await rowsOf(ledger);
    expect(rows.map(({ state }) => state)).toEqual(['queued', 'queued', 'waiting', 'waiting']);
  });

  it('gets a carrier whose id was never used, each time that it is handed over', async () => {
    await add(1);
    const [first] = (await dispatch()).carriers;
    await ledger.system`UPDATE job SET state = 'waiting', carrier = NULL`;
    const [second] = (await dispatch()).carriers;
    expect(first?.data).toEqual(second?.data);
    expect(first?.id).not.toBe(second?.id);
    const [row] = await rowsOf(ledger);
    expect(row).toMatchObject({ state: 'queued', carrier: second?.id, handedAt: expect.any(String) });
    expect(first?.id).not.toBe(row?.id);
  });

  it('keeps a fifth of the room for bulk work, and gives it all the room that is left', async () => {
    await add(200, { priority: 0 });
    await add(200, { priority: 1, runAt: secondsAgo(60) });
    expect(idsIn(await dispatch())).toHaveLength(100);
    const counts = await ledger.system<{ priority: number; count: number }[]>`
      SELECT priority, count(*)::int AS count FROM job WHERE state = 'queued' GROUP BY priority ORDER BY priority`;
    expect([...counts]).toEqual([
      { priority: 0, count: 80 },
      { priority: 1, count: 20 },
    ]);
    await ledger.system`UPDATE job SET state = 'done' WHERE state = 'queued' OR (priority = 0 AND id <> (
      SELECT min(id::text)::uuid FROM job WHERE priority = 0 AND state = 'waiting'))`;
    expect(idsIn(await dispatch())).toHaveLength(100);
    const [bulk] = await ledger.system<{ count: number }[]>`
      SELECT count(*)::int AS count FROM job WHERE state = 'queued' AND priority = 1`;
    expect(bulk?.count).toBe(99);
  });

  it('gives interactive work the room that bulk work does not want', async () => {
    await add(200, { priority: 0 });
    await add(3, { priority: 1 });
    expect(idsIn(await dispatch())).toHaveLength(100);
    const [bulk] = await ledger.system<{ count: number }[]>`
      SELECT count(*)::int AS count FROM job WHERE state = 'queued' AND priority = 1`;
    expect(bulk?.count).toBe(3);
  });

  it('never is bulk work alone while interactive work waits, however little room there is', async () => {
    await add(30, { queue: 'mail', name: 'send', priority: 0 });
    await add(30, { queue: 'mail', name: 'send', priority: 1, runAt: secondsAgo(60) });
    const mail = { contract: { ...mailQueue, window: 10 }, concurrency: 5, lowWater: unmarked };
    await dispatchQueue(ledger.system, mail);
    for (let round = 0; round < 20; round += 1) {
      // One place at a time becomes free.
      await ledger.system`UPDATE job SET state = 'done' WHERE id = (SELECT id FROM job WHERE state = 'queued' LIMIT 1)`;
      await dispatchQueue(ledger.system, mail);
    }
    const [handed] = await ledger.system<{ interactive: number; bulk: number }[]>`
      SELECT count(*) FILTER (WHERE priority = 0)::int AS interactive,
        count(*) FILTER (WHERE priority = 1)::int AS bulk
      FROM job WHERE state <> 'waiting'`;
    expect(handed).toEqual({ interactive: 24, bulk: 6 });
  });
});

describe('the window', () => {
  it('holds with 5,000 due rows, and is filled a bundle at a time', async () => {
    await add(5_000);
    expect(await dispatch()).toMatchObject({ backlog: true, carriers: { length: 10 } });
    expect(await dispatch()).toMatchObject({ backlog: false, carriers: [] });
    await ledger.system`UPDATE job SET state = 'done' WHERE id IN (SELECT id FROM job WHERE state = 'queued' LIMIT 9)`;
    expect((await dispatch()).carriers).toEqual([]);
    await ledger.system`UPDATE job SET state = 'done' WHERE id IN (SELECT id FROM job WHERE state = 'queued' LIMIT 1)`;
    expect((await dispatch()).carriers).toHaveLength(1);
    const queued = (await rowsOf(ledger)).filter(({ state }) => state === 'queued');
    expect(queued).toHaveLength(100);
  });

  it('never hands one row over twice when many dispatchers look at once', async () => {
    await add(400);
    const rounds = await Promise.all(Array.from({ length: 16 }, () => dispatch({ window: 1_000 })));
    const ids = rounds.flatMap(idsIn);
    expect(new Set(ids).size).toBe(ids.length);
    const late = idsIn(await dispatch({ window: 1_000 }));
    expect(ids.length + late.length).toBe(400);
    expect(new Set([...ids, ...late]).size).toBe(400);
  });

  it('passes over rows that somebody holds, and does not wait for them', async () => {
    await add(3);
    const [held] = await rowsOf(ledger);
    await ledger.database.asSellers([seller], async ({ sql }) => {
      await sql`SELECT 1 FROM job WHERE id = ${held?.id ?? newId()} FOR UPDATE`;
      expect(idsIn(await dispatch())).toHaveLength(2);
    });
    expect(idsIn(await dispatch())).toEqual([held?.id]);
  });
});

describe('the low-water marks', () => {
  it('pass over what is older, each for its own priority', async () => {
    await add(1, { priority: 0, runAt: secondsAgo(300) });
    await add(1, { priority: 0, runAt: secondsAgo(10) });
    await add(1, { priority: 1, runAt: secondsAgo(300) });
    const dispatched = await dispatch({}, { interactive: secondsAgo(60) });
    expect(idsIn(dispatched)).toHaveLength(2);
    expect(dispatched.newest).toEqual({ interactive: expect.any(String), bulk: expect.any(String) });
    expect(idsIn(await dispatch({}, { interactive: secondsAgo(60) }))).toHaveLength(0);
    expect(idsIn(await dispatch())).toHaveLength(1);
  });
});

describe('bundles', () => {
  it('are not made for what workers take one by one', async () => {
    await add(4);
    const { carriers } = await dispatch();
    expect(carriers.map(({ data }) => data.ids.length)).toEqual([1, 1, 1, 1]);
    expect(carriers.every(({ id }) => !id.startsWith('b.'))).toBe(true);
  });

  it('hold the ids and references of their rows, and say how many', async () => {
    await add(150, { refs: { channel: 'shop', order: 'A-9' } });
    const { carriers } = await dispatch();
    expect(carriers).toHaveLength(10);
    expect(carriers[0]).toEqual({
      id: expect.stringMatching(/^b\.[0-9a-f-]{36}$/),
      name: 'bundle of 10',
      data: {
        ids: expect.any(Array),
        sellers: [seller],
        refs: Array.from({ length: 10 }, () => ({ channel: 'shop', order: 'A-9' })),
      },
    });
  });

  it('leave rows that broke one to travel alone', async () => {
    await add(40);
    await ledger.system`UPDATE job SET solo = true WHERE id IN (SELECT id FROM job ORDER BY id LIMIT 2)`;
    const solo = (await rowsOf(ledger)).filter((row) => row.solo).map(({ id }) => id);
    const { carriers } = await dispatch({ window: 40 });
    const alone = carriers.filter(({ data }) => data.ids.length === 1);
    expect(alone.flatMap(({ data }) => data.ids).sort()).toEqual([...solo].sort());
    expect(carriers.flatMap(({ data }) => data.ids)).toHaveLength(40);
  });

  it('are never made by a queue that has not opted in', async () => {
    await add(60, { queue: 'mail', name: 'send' });
    const { carriers } = await dispatchQueue(ledger.system, {
      contract: mailQueue,
      concurrency: 5,
      lowWater: unmarked,
    });
    expect(carriers.map(({ data }) => data.ids.length)).toEqual(Array.from({ length: 60 }, () => 1));
  });
});
