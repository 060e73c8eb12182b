import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeOld } from '../../../queues/ledger/retention.ts';
import { registry } from '../../../queues/registry.ts';
import {
  addJobs,
  aJob,
  emptyLedger,
  type Ledger,
  openLedger,
  rowsOf,
  silent,
} from '../../support/ledger-fixture.ts';

let ledger: Ledger;
let seller: string;
beforeAll(async () => {
  ledger = await openLedger();
  seller = await ledger.newSeller();
});
afterAll(() => ledger.close());
beforeEach(() => emptyLedger(ledger));

const round = (): Promise<boolean> =>
  removeOld({ sql: ledger.system, contracts: registry, days: 30, logger: silent });

/** A UUIDv7 of so many days ago. */
const idFrom = (days: number, n = 0): string => {
  const hex = Math.floor(Date.now() - days * 86_400_000)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(n).padStart(12, '0')}`;
};

const add = async (madeDays: number, state: string, endedDays: number | null, n = 0): Promise<string> => {
  const id = idFrom(madeDays, n);
  await addJobs(ledger, [aJob(seller, { id })]);
  await ledger.system`UPDATE job SET state = ${state},
    finished_at = now() - make_interval(days => ${endedDays}::int) WHERE id = ${id}`;
  return id;
};

describe('retention', () => {
  it.each(['done', 'rejected', 'cancelled'])('removes what is %s and old', async (state) => {
    await add(31, state, 31);
    expect(await round()).toBe(false);
    expect(await rowsOf(ledger)).toEqual([]);
  });

  it('keeps what is younger than the policy, what ended a moment ago, and what has not ended', async () => {
    const kept = [
      await add(29, 'done', 29, 1),
      await add(40, 'done', 0, 2),
      await add(90, 'waiting', null, 3),
      await add(90, 'queued', null, 4),
      await add(90, 'failed', 90, 5),
    ];
    await round();
    expect((await rowsOf(ledger)).map(({ id }) => id).sort()).toEqual([...kept].sort());
  });

  it("removes callers' keys of the same age, and no natural key: the order is still there", async () => {
    for (const [key, days] of [
      ['old', 31],
      ['young', 29],
    ] as const) {
      await ledger.admin`
        INSERT INTO idempotency_key (seller_id, scope, key, request_hash, job_id, created_at)
        VALUES (${seller}, 's', ${key}, 'h', ${idFrom(days)}, now() - make_interval(days => ${days}))`;
      await ledger.admin`
        INSERT INTO natural_key (seller_id, kind, key, content_hash, job_id)
        VALUES (${seller}, 'order', ${key}, 'h', ${idFrom(days)})`;
    }
    await round();
    const keys = await ledger.admin<{ key: string }[]>`SELECT key FROM idempotency_key`;
    expect(keys.map(({ key }) => key)).toEqual(['young']);
    expect(await ledger.admin`SELECT 1 FROM natural_key`).toHaveLength(2);
  });

  it('goes in small batches, and says so while there is more', async () => {
    await ledger.admin`
      INSERT INTO job (id, seller_id, queue, name, payload, state, finished_at)
      SELECT overlay(app.uuid_floor(now() - interval '40 days')::text placing lpad(n::text, 12, '0') from 25)::uuid,
        ${seller}::uuid, 'orders', 'place', '{}', 'done', now() - interval '40 days'
      FROM generate_series(1, 1500) AS n`;
    expect(await round()).toBe(true);
    expect(await rowsOf(ledger)).toHaveLength(500);
    expect(await round()).toBe(false);
    expect(await rowsOf(ledger)).toHaveLength(0);
  });
});
