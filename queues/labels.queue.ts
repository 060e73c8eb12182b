import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { id } from './schemas/values.ts';

export const labelsQueue = defineQueue({
  name: 'labels',
  title: 'Return documents',
  description: 'Draws the slip and label of an authorised return, and lets its mail go.',
  jobs: { render: z.object({ returnId: id, version: z.int().min(1) }) },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 2,
  bundleSize: 1,
  window: 200,
});
