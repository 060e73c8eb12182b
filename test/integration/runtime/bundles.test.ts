import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later, PermanentError, rejected } from '../../../workers/handler.ts';
import {
  addJobs,
  emptyLedger,
  type Ledger,
  markQueued,
  openLedger,
  rowOf,
  rowsOf,
} from '../../support/ledger-fixture.ts';
import { reachNoPostgres } from './cases.ts';
import { aCommand, createTraceTable, probe, run, tracesOf } from './probe.ts';

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

/** Rows inside one carrier, in the order of their ids. */
const bundle = async (count: number, of: (n: number) => Parameters<typeof aCommand>[1] = () => ({})) => {
  const jobs = Array.from({ length: count }, (_, n) => aCommand(seller, of(n)));
  await addJobs(ledger, jobs);
  const ids = jobs.map(({ id }) => id);
  await markQueued(ledger, ids, { carrier: 'b.1' });
  return ids as [string, string, string, ...string[]];
};

describe('a row whose decision throws', () => {
  it.each([new Error('broken'), new PermanentError('gone', 'gone')])(
    'leaves alone and uses no attempt; the others are done in the same commit (%s)',
    async (error) => {
      const ids = await bundle(5);
      const [culprit, ...others] = ids;
      const { handler } = probe({
        decide: (job) => {
          if (job.id === culprit) throw error;
          return { kind: 'done', result: null };
        },
      });
      expect(await run(ledger, [seller], ids, handler)).toMatchObject({ kind: 'completed' });
      expect(await rowOf(ledger, culprit)).toMatchObject({
        state: 'waiting',
        solo: true,
        attempts: 0,
        carrier: null,
      });
      for (const id of others) expect(await rowOf(ledger, id)).toMatchObject({ state: 'done', solo: false });
      expect(await tracesOf(ledger)).toHaveLength(4);
    },
  );

  it('shows its failure when it travels alone', async () => {
    const ids = await bundle(3);
    const { handler } = probe({
      decide: (job) => {
        if (job.id === ids[0]) throw new Error('broken');
        return { kind: 'done', result: null };
      },
    });
    await run(ledger, [seller], ids, handler);
    await markQueued(ledger, [ids[0]]);
    expect(await run(ledger, [seller], [ids[0]], handler)).toMatchObject({ kind: 'retry', failures: 1 });
    expect(await rowOf(ledger, ids[0])).toMatchObject({ attempts: 1, error: { detail: 'broken' } });
  });
});

describe('a write that fails', () => {
  it('dissolves the bundle: nothing is written, every row waits to travel alone, no attempt is used', async () => {
    const ids = await bundle(4);
    const { handler } = probe({
      save: async () => {
        throw new Error('the write fails');
      },
    });
    expect(await run(ledger, [seller], ids, handler)).toMatchObject({ kind: 'dissolved', rows: 4 });
    expect(await tracesOf(ledger)).toEqual([]);
    for (const row of await rowsOf(ledger)) {
      expect(row).toMatchObject({ state: 'waiting', solo: true, attempts: 0, carrier: null, handedAt: null });
    }
  });

  it('leaves what has ended meanwhile as it is', async () => {
    const ids = await bundle(3);
    await ledger.system`UPDATE job SET state = 'cancelled', finished_at = now() WHERE id = ${ids[1]}`;
    const { handler } = probe({
      save: async () => {
        throw new Error('the write fails');
      },
    });
    await run(ledger, [seller], ids, handler);
    expect((await rowsOf(ledger)).map(({ state }) => state)).toEqual(['waiting', 'cancelled', 'waiting']);
  });

  it('dissolves nothing when the infrastructure is at fault', async () => {
    const ids = await bundle(4);
    const { handler } = probe({
      save: reachNoPostgres,
    });
    expect(await run(ledger, [seller], ids, handler)).toMatchObject({ kind: 'retry', failures: 0 });
    for (const row of await rowsOf(ledger)) {
      expect(row).toMatchObject({ state: 'queued', solo: false, attempts: 0, carrier: 'b.1' });
    }
  });
});

describe('rows of one order', () => {
  it('fold in the order in which they were due, of one moment in the order of their ids', async () => {
    const minutes = [30, 10, 20, 10];
    const base = Date.now() - 3_600_000;
    const ids = await bundle(4, (n) => ({
      runAt: new Date(base + (minutes[n] ?? 0) * 60_000).toISOString(),
    }));
    const { handler, decided } = probe();
    await run(ledger, [seller], ids, handler);
    expect(decided).toEqual([ids[1], ids[3], ids[2], ids[0]]);
  });
});

describe('a bundle', () => {
  it('completes with its counts, whatever becomes of its rows', async () => {
    const ids = await bundle(5);
    await ledger.admin`UPDATE job SET payload = '{}' WHERE id = ${ids[0]}`;
    await ledger.admin`UPDATE job SET payload_version = 9 WHERE id = ${ids[1]}`;
    const { handler } = probe({
      decide: (job) => {
        if (job.id === ids[2]) return rejected({ code: 'no', detail: 'no' });
        if (job.id === ids[3]) return later(new Date(Date.now() + 60_000).toISOString());
        return { kind: 'done', result: { n: 1 } };
      },
    });
    const outcome = await run(ledger, [seller], ids, handler);
    expect(outcome.kind).toBe('completed');
    expect((await rowsOf(ledger)).map(({ state }) => state)).toEqual([
      'failed',
      'waiting',
      'rejected',
      'waiting',
      'done',
    ]);
    expect((await rowsOf(ledger)).map(({ attempts }) => attempts)).toEqual([1, 0, 0, 0, 0]);
  });

  it('holds rows of several sellers and sees those of no other', async () => {
    const other = await ledger.newSeller();
    const stranger = await ledger.newSeller();
    const jobs = [aCommand(seller), aCommand(other), aCommand(stranger)];
    await addJobs(ledger, jobs);
    const ids = jobs.map(({ id }) => id);
    await markQueued(ledger, ids);
    await run(ledger, [seller, other], ids, probe().handler);
    const states = (await rowsOf(ledger)).map(({ state }) => state);
    expect(states).toEqual(['done', 'done', 'queued']);
  });
});

describe('a refusal', () => {
  const orderId = '0199e000-0000-7000-8000-000000000001';
  const refuse = probe({ decide: () => rejected({ code: 'no', detail: 'no' }) }).handler;

  it('waits for an earlier command of the same order that is on its way', async () => {
    const [earlier, refused] = await bundle(2, () => ({ subjectId: orderId }));
    await run(ledger, [seller], [refused], refuse);
    expect(await rowOf(ledger, refused)).toMatchObject({ state: 'waiting', attempts: 0, error: null });
    await run(ledger, [seller], [earlier], probe().handler);
    await markQueued(ledger, [refused]);
    await run(ledger, [seller], [refused], refuse);
    expect((await rowOf(ledger, refused)).state).toBe('rejected');
  });

  it('waits also for one that was itself put off', async () => {
    const [earlier, refused] = await bundle(2, () => ({ subjectId: orderId }));
    await ledger.system`UPDATE job SET state = 'waiting', run_at = now() + interval '5 seconds' WHERE id = ${earlier}`;
    await run(ledger, [seller], [refused], refuse);
    expect((await rowOf(ledger, refused)).state).toBe('waiting');
  });

  it('waits for one that threw in the same bundle', async () => {
    const ids = await bundle(2, () => ({ subjectId: orderId }));
    const { handler } = probe({
      decide: (job) => {
        if (job.id === ids[0]) throw new Error('not now');
        return rejected({ code: 'no', detail: 'no' });
      },
    });
    await run(ledger, [seller], ids, handler);
    expect((await rowsOf(ledger)).map(({ state, solo }) => ({ state, solo }))).toEqual([
      { state: 'waiting', solo: true },
      { state: 'waiting', solo: false },
    ]);
  });

  it('is final when only later commands, or other orders, are on their way', async () => {
    const [refused] = await bundle(2, () => ({ subjectId: orderId }));
    await bundle(2, () => ({ subjectId: null }));
    await run(ledger, [seller], [refused], refuse);
    expect((await rowOf(ledger, refused)).state).toBe('rejected');
  });
});
