import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { migrateDatabase } from '../../db/migrate.ts';
import { createQueueBackend } from '../../queues/backend.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';
import { findRedisServer, startRedis } from '../support/redis.ts';
import { runRefundStorm } from './refund-storm.ts';

/** By hand: `npm run refund-storm -- --refunds 5000 --seed 1`; ends with 1 if the books do not agree. */
const { values } = parseArgs({
  options: {
    refunds: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '50' },
    late: { type: 'string', default: '0.01' },
    /** Queues on PostgreSQL even where there is a Redis. */
    postgres: { type: 'boolean', default: false },
  },
});

const dataDir = mkdtempSync(join(tmpdir(), 'navette-storm-'));
const postgres = await startEmbeddedPostgres({ dataDir, logger: pino({ level: 'silent' }) });
const redis = values.postgres || findRedisServer() === undefined ? null : await startRedis();
try {
  await migrateDatabase(postgres.url);
  const backend = await createQueueBackend({
    redisUrl: redis?.url,
    databaseUrl: postgres.url,
    onError: () => {},
  });
  await backend.migrate();
  await backend.close();
  let shownMs = 0;
  const report = await runRefundStorm({
    refunds: Number(values.refunds),
    seed: Number(values.seed),
    databaseUrl: postgres.url,
    redisUrl: redis?.url ?? null,
    dataDir,
    kills: Number(values.kills),
    killEveryMs: 3_000,
    late: Number(values.late),
    limitMs: 3_600_000,
    onProgress: (text) => {
      if (Date.now() - shownMs < 5_000) return;
      shownMs = Date.now();
      console.error(text);
    },
  });
  console.log(JSON.stringify(report, null, 2));
  const { bookedTwice, differing, oursMinor, theirsMinor, wrongBalances, unfinishedJobs } = report;
  const agrees = bookedTwice.length === 0 && differing.length === 0 && oursMinor === theirsMinor;
  process.exitCode = agrees && wrongBalances === 0 && unfinishedJobs === 0 ? 0 : 1;
} finally {
  await redis?.stop();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
