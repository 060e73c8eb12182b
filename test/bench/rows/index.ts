import type { BenchRow } from '../row.ts';
import { batch } from './batch.ts';
import { intake } from './intake.ts';
import { latency } from './latency.ts';
import { orderJobsOnPostgres, orderJobsOnRedis } from './order-jobs.ts';
import { otherSystems } from './other-systems.ts';
import { recovery } from './recovery.ts';

export const rows: readonly BenchRow[] = [
  intake,
  batch,
  orderJobsOnRedis,
  orderJobsOnPostgres,
  otherSystems,
  recovery,
  latency,
];
