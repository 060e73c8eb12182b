import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { id } from './schemas/values.ts';

export const mailQueue = defineQueue({
  name: 'mail',
  title: 'Outgoing mail',
  description: 'Hands each mail to the mail server, one by one.',
  jobs: { send: z.object({ mailId: id }) },
  payloadVersion: 1,
  // About a day of trying: mail servers ask for patience by the hour.
  attempts: 30,
  backoff: { baseMs: 2_000, maxMs: 3_600_000 },
  concurrency: 10,
  bundleSize: 1,
  window: 200,
});
