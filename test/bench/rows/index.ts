import type { BenchRow } from '../row.ts';
import { batch } from './batch.ts';
import { intake } from './intake.ts';
import { label } from './label.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { millionth } from './millionth.ts';
import { orderJobsOnPostgres, orderJobsOnRedis } from './order-jobs.ts';
import { otherSystems } from './other-systems.ts';
import { recovery } from './recovery.ts';
import { responseFigures } from './response-figures.ts';

export const rows: readonly BenchRow[] = [
  intake,
  batch,
  orderJobsOnRedis,
  orderJobsOnPostgres,
  otherSystems,
  recovery,
  latency,
  label,
  responseFigures,
  millionth,
  memory,
];
