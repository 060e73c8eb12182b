import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commitBatch } from '../../../queues/intake/commit-batch.ts';
import { createIntake } from '../../../queues/intake/create-intake.ts';
import { orderKey } from '../../../queues/intake/natural-keys.ts';
import type {
  CallerKey,
  Intake,
  NaturalKeyClaim,
  Receipt,
  Submission,
} from '../../../queues/intake/submission.ts';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import { newId } from '../../../src/platform/ids.ts';
import { aJob, emptyLedger, type Ledger, openLedger, rowsOf, silent } from '../../support/ledger-fixture.ts';
import { runRows } from '../runtime/cases.ts';
import { aDraft } from '../runtime/samples.ts';

let ledger: Ledger;
let seller: string;
let intake: Intake;

const away = async (): Promise<never> => {
  throw new Error('Nothing is handed over here');
};

/** An intake as a process has one; everything waits in the ledger. */
const newIntake = (): Intake =>
  createIntake({
    database: ledger.database,
    producer: { add: away, statesOf: away, queues: new Map(), close: async () => {} },
    placement: { tryTake: () => false, reportFailure: () => {}, stop: async () => {} },
    logger: silent,
  });

beforeAll(async () => {
  ledger = await openLedger();
  seller = await ledger.newSeller();
  intake = newIntake();
});
afterAll(() => ledger.close());
beforeEach(() => emptyLedger(ledger));

const caller = (key: string, hash = 'h'): CallerKey => ({ scope: 'POST /v1/orders', key, hash });
const natural = (key: string, hash = 'h'): NaturalKeyClaim => ({ kind: 'order', key, hash });

const submission = (
  keys: { callerKey?: CallerKey; naturalKey?: NaturalKeyClaim } = {},
  sellerId = seller,
): Submission<'orders', 'place'> => ({
  sellerId,
  queue: 'orders',
  name: 'place',
  payload: { orderId: newId(), draft: aDraft() },
  refs: {},
  priority: 'interactive',
  ...keys,
});

const idOf = (receipt: Receipt): string => ('jobId' in receipt ? receipt.jobId : '');
const kindsOf = (receipts: readonly Receipt[]): string[] => receipts.map(({ kind }) => kind).sort();
const jobs = async (): Promise<number> => (await rowsOf(ledger)).length;

describe("a caller's key", () => {
  it('sent 50 times at once makes one job, which all are told of', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => intake.submit(submission({ callerKey: caller('k') }))),
    );
    expect(kindsOf(receipts)).toEqual(['accepted', ...Array(49).fill('replayed')]);
    expect(new Set(receipts.map(idOf)).size).toBe(1);
    expect(await jobs()).toBe(1);
  });

  it('sent to several processes at once makes one job', async () => {
    const intakes = Array.from({ length: 5 }, newIntake);
    const receipts = await Promise.all(
      intakes.flatMap((one) =>
        Array.from({ length: 10 }, () => one.submit(submission({ callerKey: caller('k') }))),
      ),
    );
    expect(kindsOf(receipts)).toEqual(['accepted', ...Array(49).fill('replayed')]);
    expect(new Set(receipts.map(idOf)).size).toBe(1);
    expect(await jobs()).toBe(1);
  });

  it('with another body is refused, at once and later', async () => {
    const receipts = await Promise.all([
      intake.submit(submission({ callerKey: caller('k', 'one') })),
      intake.submit(submission({ callerKey: caller('k', 'two') })),
      newIntake().submit(submission({ callerKey: caller('k', 'three') })),
    ]);
    expect(kindsOf(receipts)).toEqual(['accepted', 'key_reused', 'key_reused']);
    expect((await intake.submit(submission({ callerKey: caller('k', 'four') }))).kind).toBe('key_reused');
    expect(await jobs()).toBe(1);
  });

  it('means nothing to another seller, or for another path', async () => {
    const other = await ledger.newSeller();
    const receipts = await Promise.all([
      intake.submit(submission({ callerKey: caller('k') })),
      intake.submit(submission({ callerKey: caller('k') }, other)),
      intake.submit(submission({ callerKey: { ...caller('k'), scope: 'POST /v1/other' } })),
    ]);
    expect(kindsOf(receipts)).toEqual(['accepted', 'accepted', 'accepted']);
  });
});

describe('a natural key', () => {
  it('with the same content is a replay, with other content a conflict with the job that made it', async () => {
    const first = await intake.submit(submission({ naturalKey: natural('o') }));
    const again = await intake.submit(submission({ naturalKey: natural('o') }));
    const other = await intake.submit(submission({ naturalKey: natural('o', 'changed') }));
    expect(again).toEqual({ kind: 'replayed', jobId: idOf(first) });
    expect(other).toEqual({ kind: 'conflict', jobId: idOf(first) });
    expect(await jobs()).toBe(1);
  });

  it('sent with other keys of the caller points each of them at the same job', async () => {
    const receipts = await Promise.all(
      ['a', 'b', 'c'].map((key) =>
        intake.submit(submission({ callerKey: caller(key), naturalKey: natural('o') })),
      ),
    );
    expect(kindsOf(receipts)).toEqual(['accepted', 'replayed', 'replayed']);
    const [jobId] = new Set(receipts.map(idOf));
    for (const key of ['a', 'b', 'c']) {
      const again = await intake.submit(submission({ callerKey: caller(key), naturalKey: natural('o') }));
      expect(again).toEqual({ kind: 'replayed', jobId });
    }
    const keys = await ledger.admin<{ jobId: string }[]>`SELECT job_id AS "jobId" FROM idempotency_key`;
    expect(keys.map((row) => row.jobId)).toEqual([jobId, jobId, jobId]);
    expect(await jobs()).toBe(1);
  });

  it("in conflict gives the caller's key back, so that a corrected request may use it", async () => {
    await intake.submit(submission({ naturalKey: natural('o') }));
    const conflict = await intake.submit(
      submission({ callerKey: caller('k'), naturalKey: natural('o', 'x') }),
    );
    expect(conflict.kind).toBe('conflict');
    const mended = await intake.submit(submission({ callerKey: caller('k', 'y'), naturalKey: natural('p') }));
    expect(mended.kind).toBe('accepted');
  });

  it('of an order that is rejected comes back, and a corrected order is taken under its number', async () => {
    const draft = aDraft({ fulfilmentCentre: 'nowhere' });
    const naturalKey = natural(orderKey(draft), 'first');
    const sent = { ...submission({ naturalKey }), payload: { orderId: newId(), draft } };
    const jobId = idOf(await intake.submit(sent));
    await ledger.system`UPDATE job SET state = 'queued' WHERE id = ${jobId}`;
    await runRows(ledger, 'orders', [jobId]);
    const [row] = await rowsOf(ledger, { ids: [jobId] });
    expect(row).toMatchObject({ state: 'rejected', error: { code: 'unknown_fulfilment_centre' } });
    const corrected = await intake.submit(submission({ naturalKey: natural(orderKey(draft), 'second') }));
    expect(corrected.kind).toBe('accepted');
  });
});

describe('a group of requests', () => {
  it('is committed in few transactions, each request with its own receipt', async () => {
    const [before] = await ledger.admin<{ commits: number }[]>`
      SELECT count(DISTINCT xmin::text)::int AS commits FROM job`;
    const receipts = await Promise.all(Array.from({ length: 500 }, () => intake.submit(submission())));
    expect(new Set(receipts.map(idOf)).size).toBe(500);
    const [after] = await ledger.admin<{ commits: number }[]>`
      SELECT count(DISTINCT xmin::text)::int AS commits FROM job`;
    expect((after?.commits ?? 0) - (before?.commits ?? 0)).toBeLessThanOrEqual(4);
  });

  it('fails for its culprit alone', async () => {
    const broken = { ...submission(), refs: { order: 'NUL \u0000 passes JSON.parse' } };
    const results = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => intake.submit(submission())),
      intake.submit(broken),
      ...Array.from({ length: 20 }, () => intake.submit(submission())),
    ]);
    const failed = results.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []));
    expect(failed).toEqual([20]);
    expect(await jobs()).toBe(40);
  });

  it('never deadlocks with that of another process over the same keys in another order', async () => {
    const keys = Array.from({ length: 100 }, (_, n) => `k${n}`);
    const send = (one: Intake, order: readonly string[]) =>
      Promise.all(
        order.map((key) => one.submit(submission({ callerKey: caller(key), naturalKey: natural(key) }))),
      );
    for (let round = 0; round < 3; round += 1) {
      await emptyLedger(ledger);
      const [one, other] = await Promise.all([
        send(newIntake(), keys),
        send(newIntake(), [...keys].reverse()),
      ]);
      expect([...one, ...other].filter(({ kind }) => kind === 'accepted')).toHaveLength(100);
      expect(one.map(idOf)).toEqual([...other].reverse().map(idOf));
      expect(await jobs()).toBe(100);
    }
  });
});

describe('one transaction', () => {
  it('claims its keys in their own order, so that two with the same keys never wait in a circle', async () => {
    const entries = (keys: readonly string[]) =>
      keys.map((key) => ({
        job: aJob(seller),
        callerKey: caller(key),
        naturalKey: natural(key),
      }));
    const keys = Array.from({ length: 100 }, (_, n) => `k${n}`);
    for (let round = 0; round < 5; round += 1) {
      await emptyLedger(ledger);
      // Nothing tries these again: a deadlock would show.
      const [one, other] = await Promise.all([
        commitBatch(ledger.database, entries(keys)),
        commitBatch(ledger.database, entries([...keys].reverse())),
      ]);
      const kinds = [...one.values(), ...other.values()].map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(100);
    }
  });
});

describe('text that PostgreSQL cannot store', () => {
  it.each(['NUL \u0000', 'half a pair \ud83d'])('does not come through the schema (%j)', (title) => {
    const draft = aDraft({ lines: [{ lineId: '1', sku: 's', title, quantity: 1, unitPriceMinor: 1 }] });
    const parsed = ordersQueue.jobs.place.safeParse({ orderId: newId(), draft });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['draft.lines.0.title']);
  });
});
