import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelJob, retryJob } from '../../../db/repositories/jobs/operate-jobs.ts';
import { mailQueue } from '../../../queues/mail.queue.ts';
import { later, PermanentError, rejected } from '../../../workers/handler.ts';
import { runCarrier } from '../../../workers/runtime/run-carrier.ts';
import {
  addJobs,
  emptyLedger,
  type Ledger,
  markQueued,
  openLedger,
  rowOf,
  silent,
} from '../../support/ledger-fixture.ts';
import { aCommand, createTraceTable, probe, run, tracesOf } from './probe.ts';
import { realHandlers } from './rig.ts';
import { saveMail } from './samples.ts';

let ledger: Ledger;
let seller: string;

beforeAll(async () => {
  ledger = await openLedger();
  seller = await ledger.newSeller();
  await createTraceTable(ledger);
});
afterAll(() => ledger.close());
beforeEach(async () => {
  await emptyLedger(ledger);
  await ledger.admin`DELETE FROM trace`;
});

const queued = async (changes: Parameters<typeof aCommand>[1] = {}): Promise<string> => {
  const job = aCommand(seller, changes);
  await addJobs(ledger, [job]);
  await markQueued(ledger, [job.id]);
  return job.id;
};

describe('a claim', () => {
  it.each(['done', 'rejected', 'cancelled', 'waiting'])('passes over a row that is %s', async (state) => {
    const id = await queued();
    await ledger.system`UPDATE job SET state = ${state} WHERE id = ${id}`;
    const { handler, decided } = probe();
    expect(await run(ledger, [seller], [id], handler)).toEqual({ kind: 'completed', finishes: [] });
    expect(decided).toEqual([]);
    expect((await rowOf(ledger, id)).state).toBe(state);
  });

  it('passes over a row that was cancelled, while another of its carrier runs', async () => {
    const [gone, stays] = [await queued(), await queued()];
    expect(await cancelJob(ledger.system, gone)).toBe(true);
    await run(ledger, [seller], [gone, stays], probe().handler);
    expect(await tracesOf(ledger)).toEqual([stays]);
    expect((await rowOf(ledger, gone)).state).toBe('cancelled');
  });

  it('runs a failed row once more, as a retry from the board does with its old carrier', async () => {
    const id = await queued();
    const broken = probe({
      decide: () => {
        throw new PermanentError('gone', 'gone');
      },
    });
    expect(await run(ledger, [seller], [id], broken.handler)).toMatchObject({ kind: 'failed' });
    expect(await run(ledger, [seller], [id], probe().handler)).toMatchObject({ kind: 'completed' });
    expect(await rowOf(ledger, id)).toMatchObject({ state: 'done', error: null });
  });

  it('keeps a failed row failed, with the time of its end, when one more run fails for a while', async () => {
    const id = await queued();
    const fail = (error: Error) =>
      probe({
        decide: () => {
          throw error;
        },
      }).handler;
    await run(ledger, [seller], [id], fail(new PermanentError('gone', 'gone')));
    expect(await run(ledger, [seller], [id], fail(new Error('not now')))).toMatchObject({ kind: 'failed' });
    expect(await rowOf(ledger, id)).toMatchObject({
      state: 'failed',
      attempts: 2,
      finishedAt: expect.any(String),
    });
  });

  it('is made in the order of ids: carriers with the same rows in other orders never deadlock', async () => {
    const jobs = Array.from({ length: 40 }, () => aCommand(seller));
    await addJobs(ledger, jobs);
    const ids = jobs.map(({ id }) => id);
    await markQueued(ledger, ids);
    const orders = [ids, [...ids].reverse(), [...ids.slice(20), ...ids.slice(0, 20)], ids];
    const outcomes = await Promise.all(orders.map((order) => run(ledger, [seller], order, probe().handler)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(orders.map(() => 'completed'));
    expect((await tracesOf(ledger)).sort()).toEqual([...ids].sort());
  });
});

describe('a completion', () => {
  it('is in the same transaction as what the handler wrote', async () => {
    const id = await queued();
    const failing = probe({
      save: async () => {
        throw new Error('after the write');
      },
    });
    expect(await run(ledger, [seller], [id], failing.handler)).toMatchObject({ kind: 'retry', failures: 1 });
    expect(await tracesOf(ledger)).toEqual([]);
    expect(await rowOf(ledger, id)).toMatchObject({ state: 'queued', attempts: 1, finishedAt: null });
  });

  it('keeps the reason of a refusal and uses no attempt for it', async () => {
    const id = await queued();
    const refusing = probe({ decide: () => rejected({ code: 'no', detail: 'Because' }) });
    await run(ledger, [seller], [id], refusing.handler);
    expect(await rowOf(ledger, id)).toMatchObject({
      state: 'rejected',
      attempts: 0,
      error: { code: 'no', detail: 'Because' },
    });
  });

  it('of "later" gives the row back to the ledger with its new time, and uses no attempt', async () => {
    const id = await queued();
    const runAt = new Date(Date.now() + 3_600_000).toISOString();
    await run(ledger, [seller], [id], probe({ decide: () => later(runAt) }).handler);
    expect(await rowOf(ledger, id)).toMatchObject({
      state: 'waiting',
      runAt,
      carrier: null,
      handedAt: null,
      attempts: 0,
      finishedAt: null,
    });
  });
});

describe('attempts', () => {
  it('are counted up to the limit, and a retry by a person gives them all again', async () => {
    const id = await queued();
    const { handler } = probe({
      decide: () => {
        throw new Error('still not');
      },
    });
    const outcomes = [];
    for (let n = 0; n < 3; n += 1) outcomes.push((await run(ledger, [seller], [id], handler)).kind);
    expect(outcomes).toEqual(['retry', 'retry', 'failed']);
    expect(await rowOf(ledger, id)).toMatchObject({ state: 'failed', attempts: 3 });
    expect(await retryJob(ledger.system, id)).toBe(true);
    expect(await retryJob(ledger.system, id)).toBe(false);
    expect(await rowOf(ledger, id)).toMatchObject({ state: 'waiting', attempts: 0, solo: true, error: null });
  });

  it('are not used by a lock that is not had in time', async () => {
    const id = await queued();
    const waiting = probe({
      save: async (_, { sql }) => {
        await sql`SET LOCAL lock_timeout = '50ms'`;
        await sql`LOCK TABLE trace IN ACCESS EXCLUSIVE MODE`;
      },
    });
    await ledger.admin`GRANT ALL ON trace TO navette_app`;
    await ledger.admin.begin(async (sql) => {
      await sql`LOCK TABLE trace IN SHARE MODE`;
      expect(await run(ledger, [seller], [id], waiting.handler)).toMatchObject({
        kind: 'retry',
        failures: 0,
      });
    });
    expect(await rowOf(ledger, id)).toMatchObject({ state: 'queued', attempts: 0, error: null });
  });

  it('are not used by a deadlock', async () => {
    const [first, second] = [await queued(), await queued()];
    let arrived = 0;
    let bothThere: () => void = () => {};
    const both = new Promise<void>((resolve) => {
      bothThere = resolve;
    });
    const lockBoth = (own: number, other: number) =>
      probe({
        save: async (_, { sql }) => {
          await sql`SELECT pg_advisory_xact_lock(${own})`;
          arrived += 1;
          if (arrived === 2) bothThere();
          await both;
          await sql`SELECT pg_advisory_xact_lock(${other})`;
        },
      }).handler;
    const outcomes = await Promise.all([
      run(ledger, [seller], [first], lockBoth(1, 2)),
      run(ledger, [seller], [second], lockBoth(2, 1)),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['completed', 'retry']);
    const rows = [await rowOf(ledger, first), await rowOf(ledger, second)];
    expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0]);
  });
});

describe('a payload of a newer version', () => {
  it('waits 5 seconds for a worker that knows it, and uses no attempt', async () => {
    const id = await queued({ payloadVersion: 2 });
    const { handler, decided } = probe();
    const before = Date.now();
    await run(ledger, [seller], [id], handler);
    expect(decided).toEqual([]);
    const row = await rowOf(ledger, id);
    expect(row).toMatchObject({ state: 'waiting', attempts: 0, carrier: null });
    expect(Date.parse(row.runAt) - before).toBeGreaterThan(4_000);
    expect(Date.parse(row.runAt) - before).toBeLessThan(7_000);
  });

  it('waits also where the handler calls somebody outside', async () => {
    const id = await saveMail(ledger, seller);
    await markQueued(ledger, [id]);
    await ledger.admin`UPDATE job SET payload_version = 2 WHERE id = ${id}`;
    await runCarrier(
      { contract: mailQueue, handler: realHandlers().mail, database: ledger.database, logger: silent },
      { ids: [id], sellers: [seller], refs: [] },
    );
    expect(await rowOf(ledger, id)).toMatchObject({ state: 'waiting', attempts: 0, carrier: null });
  });
});
