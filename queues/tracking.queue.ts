import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { trackingEvents } from './schemas/tracking.schema.ts';

export const trackingQueue = defineQueue({
  name: 'tracking',
  title: 'Carrier scans',
  description: 'Keeps every scan and moves the parcels and orders that they tell of.',
  jobs: { record: z.object({ events: trackingEvents }) },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  // A row may hold a thousand scans itself.
  bundleSize: 50,
  window: 400,
});
