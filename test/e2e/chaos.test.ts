import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { atRest } from '../chaos/invariants/index.ts';
import { type Evidence, examine, type Finding } from '../chaos/invariants/invariant.ts';
import type { ChaosReport } from '../chaos/report.ts';
import { runChaos } from '../chaos/run-chaos.ts';
import { findRedisServer } from '../support/redis.ts';

const folder = mkdtempSync(join(tmpdir(), 'navette-chaos-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasRedis = findRedisServer() !== undefined;
const onPostgres = ['kill-api', 'kill-worker', 'cut-postgres'] as const;
const faults = hasRedis ? ([...onPostgres, 'flush-redis'] as const) : onPostgres;

const violatedIn = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ name, violations, examples }) =>
    violations > 0 ? [`${name}: ${examples.join('; ')}`] : [],
  );

/** What a Navette that loses, doubles and miscounts would leave behind; each line is for another invariant. */
const damage = async ({ sql, notebook, stage, backend }: Evidence): Promise<postgres.Sql> => {
  await sql`DELETE FROM promise WHERE ctid = (SELECT ctid FROM promise WHERE sequence = 1 LIMIT 1)`;
  await sql`DELETE FROM tracking_event WHERE id = (SELECT id FROM tracking_event LIMIT 1)`;
  await sql`
    UPDATE refund_balance SET refunded_minor = refunded_minor - 1
    WHERE ctid = (SELECT ctid FROM refund_balance WHERE part = 'order' AND refunded_minor > 0 LIMIT 1)`;
  await sql`UPDATE mail SET state = 'failed' WHERE id = (SELECT id FROM mail WHERE state = 'sent' LIMIT 1)`;
  // A job that ends again, and in another transaction one that is in a BullMQ job that is not there: handed over in
  // an hour, or the sweeper would heal it before anybody looks.
  await sql`
    UPDATE job SET state = 'failed' WHERE id = (SELECT id FROM job WHERE from_api AND state = 'done' LIMIT 1)`;
  await sql`
    UPDATE job SET state = 'queued', carrier = 'nowhere', handed_at = now() + interval '1 hour'
    WHERE id = (SELECT id FROM job WHERE from_api AND state = 'done' LIMIT 1)`;
  await sql`UPDATE natural_key SET job_id = gen_random_uuid() WHERE key = (SELECT max(key) FROM natural_key)`;
  await sql`UPDATE "return" SET rma = NULL, rma_key = NULL WHERE rma IS NOT NULL`;
  await sql`
    INSERT INTO alert (id, seller_id, order_id, kind, raised_at)
    SELECT gen_random_uuid(), seller_id, id, 'another', now() FROM orders LIMIT 1`;
  await sql`UPDATE claim SET details = jsonb_set(details, '{lines,0,quantity}', '99')`;
  await sql`UPDATE message SET breached_at = NULL`;
  notebook.contradictions.push('One key, two jobs');
  notebook.hung.push('GET /v1/orders');
  const idle = postgres(stage.postgres.url, { max: 1, connection: { application_name: 'navette' } });
  await idle.unsafe('BEGIN');
  const queue = backend.newQueue('orders');
  await queue.pause();
  await queue.add('place', { ids: [], sellers: [], refs: [] });
  await queue.close();
  return idle;
};

test('Whatever is killed, cut and flushed, nothing that was accepted is lost or done twice, and what were would be seen', {
  timeout: 240_000,
}, async () => {
  const unseen: string[] = [];
  const report: ChaosReport = await runChaos({
    seed: 5,
    seconds: 15,
    faults: faults.length,
    rate: 20,
    queues: hasRedis ? 'redis' : 'postgres',
    faultNames: faults,
    folder,
    workerCount: 2,
    atRest: async (evidence) => {
      const left = await damage(evidence);
      const findings = await examine(atRest, evidence);
      await left.end({ timeout: 1 });
      unseen.push(...findings.filter(({ violations }) => violations === 0).map(({ name }) => name));
    },
  });
  expect(violatedIn(report.invariants)).toEqual([]);
  expect(report.notQuiet).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0 });
  expect(report.faults.map(({ fault }) => fault).sort()).toEqual([...faults].sort());
  expect(report.acceptedRequests).toBeGreaterThan(50);
  expect(report.acceptedLines).toBeGreaterThan(50);
  expect(report.refundsMinor).toBeGreaterThan(0);
  expect(unseen).toEqual([]);
});
