import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runRefundStorm } from '../chaos/refund-storm.ts';
import { type Ledger, openLedger } from '../support/ledger-fixture.ts';
import { findRedisServer, startRedis, type TestRedis } from '../support/redis.ts';

const folder = mkdtempSync(join(tmpdir(), 'navette-storm-'));
/** Enough that each fault comes up; thousands by hand, with `npm run refund-storm`. */
const refunds = 40;
let ledger: Ledger;
let redis: TestRedis | null = null;

beforeAll(async () => {
  ledger = await openLedger();
  if (findRedisServer() !== undefined) redis = await startRedis();
}, 60_000);
afterAll(async () => {
  await redis?.stop();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test('Whatever the provider and the workers do, both books agree to the cent and nothing is paid twice', {
  timeout: 150_000,
}, async () => {
  const report = await runRefundStorm({
    refunds,
    seed: 7,
    databaseUrl: ledger.url,
    redisUrl: redis?.url ?? null,
    dataDir: folder,
    kills: 2,
    killEveryMs: 2_500,
    // Answers after the time limit have unit tests with a shorter limit.
    late: 0,
    limitMs: 120_000,
  });
  expect(report.bookedTwice).toEqual([]);
  expect(report.differing).toEqual([]);
  expect(report.oursMinor).toBe(report.theirsMinor);
  expect(report).toMatchObject({ wrongBalances: 0, unfinishedJobs: 0 });
  expect(Object.values(report.byState).reduce((sum, count) => sum + count, 0)).toBe(refunds);
  expect(report.kills).toBeGreaterThan(0);
});
